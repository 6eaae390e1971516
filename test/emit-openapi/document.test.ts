import { expect, test } from "vitest";
import { printJson } from "../../generator/emit/openapi/json.ts";
import type { Api, Model, SecurityScheme } from "../../generator/ir/index.ts";
import { fact, json, object, operation, parameter, property, reference, text } from "../emit/api.ts";
import { documentOf, line, textOf } from "./emitted.ts";

const harbor: Partial<Api> = {
  description: "Ships and where they are.",
  package: { name: "@harbor/sdk", version: "1.2.3", license: "MIT" },
  servers: fact([
    {
      name: "main",
      url: "https://{region}.harbor.example/{stage}",
      description: "",
      variables: [{ name: "region", default: "eu", allowed: ["us", "ap"] }],
    },
  ]),
  security: fact([
    { words: ["bearer", "auth"], kind: "bearer", environment: "HARBOR_KEY", place: "README.md#security" },
  ]),
  models: [object("Vessel", [property("maxDraft", { kind: "number" })])],
  operations: [
    operation("locate", "GET", "/vessels/{id}", {
      group: ["vessels", "at sea"],
      summary: "Locate a vessel",
      description: "By its number.",
      parameters: [parameter("id", "path", text)],
      replies: fact([json(reference("Vessel"))]),
      secured: fact(false),
    }),
  ],
};

test("a document", () => {
  expect(textOf(harbor)).toBe(`{
  "openapi": "3.1.0",
  "info": {
    "title": "Harbor",
    "description": "Ships and where they are.",
    "version": "1.2.3",
    "license": {
      "name": "MIT",
      "identifier": "MIT"
    }
  },
  "servers": [
    {
      "url": "https://{region}.harbor.example/{stage}",
      "description": "main",
      "variables": {
        "region": {
          "enum": ["eu", "us", "ap"],
          "default": "eu"
        },
        "stage": {
          "default": ""
        }
      }
    }
  ],
  "security": [
    {
      "bearerAuth": []
    }
  ],
  "tags": [
    {
      "name": "vessels.atSea"
    }
  ],
  "paths": {
    "/vessels/{id}": {
      "get": {
        "tags": ["vessels.atSea"],
        "summary": "Locate a vessel",
        "description": "By its number.",
        "operationId": "locate",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "2XX": {
            "description": "Success.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Vessel"
                }
              }
            }
          }
        },
        "security": []
      }
    }
  },
  "components": {
    "schemas": {
      "Vessel": {
        "type": "object",
        "properties": {
          "max_draft": {
            "type": "number"
          }
        },
        "required": ["max_draft"]
      }
    },
    "securitySchemes": {
      "bearerAuth": {
        "type": "http",
        "description": "The documentation keeps it in \`HARBOR_KEY\`.",
        "scheme": "bearer"
      }
    }
  }
}
`);
});

const scheme = { words: ["api", "key"], environment: null, place: "README.md#security" } as const;
const schemes: readonly [SecurityScheme, string][] = [
  [{ ...scheme, kind: "bearer" }, '{"type":"http","scheme":"bearer"}'],
  [{ ...scheme, kind: "basic" }, '{"type":"http","scheme":"basic"}'],
  [{ ...scheme, kind: "api-key", header: "x-key" }, '{"type":"apiKey","in":"header","name":"x-key"}'],
  [{ ...scheme, kind: "api-key", query: "key" }, '{"type":"apiKey","in":"query","name":"key"}'],
  [
    { ...scheme, kind: "api-key" },
    '{"type":"apiKey","description":"The documentation does not name the header; its name is a placeholder.","in":"header","name":"X-API-Key"}',
  ],
  [
    { ...scheme, kind: "oauth2" },
    '{"type":"oauth2","description":"The documentation does not name the addresses of its flows.","flows":{}}',
  ],
  [
    { ...scheme, kind: "oauth2", consent: { flow: "implicit", url: "https://a.example/o", scopes: [] } },
    '{"type":"oauth2","flows":{"implicit":{"authorizationUrl":"https://a.example/o","scopes":{}}}}',
  ],
  [
    { ...scheme, kind: "oauth2", consent: { flow: "accessCode", url: "https://a.example/o", scopes: [] } },
    '{"type":"oauth2","description":"The documentation names the address of consent, https://a.example/o, and not that of tokens.","flows":{}}',
  ],
];

test.each(schemes)("security %j", (given, want) => {
  const { components, security } = documentOf({ security: fact([given]) });
  expect(line(components.securitySchemes)).toBe(`{"apiKey":${want}}`);
  expect(line(security)).toBe('[{"apiKey":[]}]');
});

test("an operation that may be called with one of the schemes alone names it", () => {
  const locate = operation("vessels.locate", "POST", "/vessels", { schemes: ["README.md#security/2"] });
  const bearer = { words: ["token"], kind: "bearer", environment: null, place: "README.md#security/1" } as const;
  const security = fact([bearer, { ...scheme, kind: "api-key", place: "README.md#security/2" } as const]);
  const { paths, security: all } = documentOf({ security, operations: [locate] });
  expect(line(all)).toBe('[{"token":[]},{"apiKey":[]}]');
  expect(line(paths["/vessels"]?.["post"]?.["security"])).toBe('[{"apiKey":[]}]');
});

test("operations with credentials of their own name their scheme, each once", () => {
  const bearer = { words: ["token"], kind: "bearer", environment: null, place: "README.md#security/1" } as const;
  const pass = { words: ["pass"], kind: "basic", environment: null, place: "a.md#fields/pass" } as const;
  const operations = ["/a", "/b", "/c"].map((path, at) =>
    operation(`vessels.get${at}`, "POST", path, at === 2 ? {} : { credentials: pass.place, ownScheme: fact(pass) }),
  );
  const { paths, security: all, components } = documentOf({ security: fact([bearer]), operations });
  expect(line(all)).toBe('[{"token":[]}]');
  expect(["/a", "/b", "/c"].map((path) => line(paths[path]?.["post"]?.["security"]))).toEqual([
    '[{"pass":[]}]',
    '[{"pass":[]}]',
    line(undefined),
  ]);
  expect(line(components.securitySchemes)).toBe(
    '{"token":{"type":"http","scheme":"bearer"},"pass":{"type":"http","scheme":"basic"}}',
  );
});

test("headers that the docs do not name are called after the schemes where there are several", () => {
  const security = fact(["app", "user"].map((word) => ({ ...scheme, words: [word, "key"], kind: "api-key" }) as const));
  const { components } = documentOf({ security });
  expect(Object.values(components.securitySchemes ?? {})).toMatchObject([
    { name: "X-App-Key" },
    { name: "X-User-Key" },
  ]);
});

test("schemes that the docs combine stand in one requirement, and again where they do alone", () => {
  const of = (word: string, combinations: readonly number[]): SecurityScheme => ({
    ...{ words: [word], kind: "api-key", environment: null, place: `README.md#${word}` },
    combinations,
  });
  const { security } = documentOf({ security: fact([of("id", [1]), of("key", [1, 2]), of("token", [0])]) });
  expect(line(security)).toBe('[{"token":[]},{"id":[],"key":[]},{"key":[]}]');
});

test("names are legal and unique, and the first namespace keeps a title", () => {
  const titled = (namespace: string, title: string): Model => ({
    ...object(title, []),
    id: `${namespace}/${title.toLowerCase()}`,
    namespace,
  });
  const models = [
    titled("operations", "Vessel"),
    titled("components", "Vessel"),
    titled("components", "Ship/of~war"),
    titled("components", "船"),
    titled("operations", "OperationsVessel"),
  ];
  expect(Object.keys(documentOf({ models }).components.schemas)).toEqual([
    "Model",
    "OperationsVessel",
    "OperationsVessel2",
    "Ship_of_war",
    "Vessel",
  ]);
});

test("the order of all keys is kept", () => {
  const value = new Map<string, string | number[]>([
    ["2XX", "first"],
    ["404", "second"],
    ["__proto__", [1, 2]],
  ]);
  expect(printJson(value)).toBe('{\n  "2XX": "first",\n  "404": "second",\n  "__proto__": [1, 2]\n}');
});
