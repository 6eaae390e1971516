import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { answers, model, openapiOf, type Row, resource, section, understood } from "./docs.ts";
import { only, ships } from "./only-operation.ts";

describe("50 envelopes and other wrappers", () => {
  const http = {
    java: [
      ["contentType", "*String*", "✓", "HTTP response content type for this operation"],
      ["statusCode", "*int*", "✓", "HTTP response status code for this operation"],
      [
        "rawResponse",
        "[HttpResponse\\<InputStream>](https://docs.oracle.com/en/java/javase/11/docs/api/java.net.http/java/net/http/HttpResponse.html)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    php: [
      ["contentType", "*string*", "✓", "HTTP response content type for this operation"],
      ["statusCode", "*int*", "✓", "HTTP response status code for this operation"],
      [
        "rawResponse",
        "[\\Psr\\Http\\Message\\ResponseInterface](https://www.php-fig.org/psr/psr-7/#33-psrhttpmessageresponseinterface)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    ruby: [
      ["content_type", "*::String*", "✓", "HTTP response content type for this operation"],
      ["status_code", "*::Integer*", "✓", "HTTP response status code for this operation"],
      [
        "raw_response",
        "[Faraday::Response](https://www.rubydoc.info/gems/faraday/Faraday/Response)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    csharp: [
      ["ContentType", "*string*", "–", "HTTP response content type for this operation"],
      ["StatusCode", "*int*", "✓", "HTTP response status code for this operation"],
      [
        "RawResponse",
        "[HttpResponseMessage](https://learn.microsoft.com/en-us/dotnet/api/system.net.http.httpresponsemessage?view=net-5.0)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    python: [
      ["content_type", "*str*", "✓", "HTTP response content type for this operation"],
      ["status_code", "*int*", "✓", "HTTP response status code for this operation"],
      [
        "raw_response",
        "[httpx.Response](https://www.python-httpx.org/api/#response)",
        "✓",
        "Raw HTTP response; suitable for custom response parsing",
      ],
    ],
    typescript: [],
    go: [],
  } as const satisfies Record<DialectName, readonly Row[]>;
  const link: Readonly<Record<string, string>> = {
    java: "[Optional\\<Ship>](../../models/components/Ship.md)",
    php: "[?Components\\Ship](../../Models/Components/Ship.md)",
    ruby: "[T.nilable(Models::Components::Ship)](../../models/components/ship.md)",
    csharp: "[Ship](../../Models/Components/Ship.md)",
    python: "[Optional[components.Ship]](../../models/components/ship.md)",
  };
  test.each(["java", "php", "ruby", "csharp", "python"] as const)(
    "50 %s: an envelope of one body, or of none",
    (dialect) => {
      const isUpper = dialect === "php" || dialect === "csharp";
      const folder = isUpper ? "docs/Models" : "docs/models";
      const file = (namespace: string, title: string) =>
        `${folder}/${isUpper ? namespace : namespace.toLowerCase()}/${isUpper || dialect === "java" ? title : title.toLowerCase()}.md`;
      const line = (title: string): string => {
        const href = `../../${folder.slice(5)}/${isUpper ? "Operations" : "operations"}/${isUpper || dialect === "java" ? title : title.toLowerCase()}.md`;
        return (
          {
            php: `[?Operations\\${title}](${href})`,
            ruby: `[T.nilable(Models::Operations::${title})](${href})`,
            python: `[operations.${title}](${href})`,
          }[dialect as "php"] ?? `[${title}](${href})`
        );
      };
      const docs = {
        [file("Operations", "LoadResponse")]: model("LoadResponse", ...http[dialect], [
          "ship",
          link[dialect] ?? "",
          "–",
        ]),
        [file("Operations", "SinkResponse")]: model("SinkResponse", ...http[dialect]),
        [file("Components", "Ship")]: model("Ship"),
        [ships]: resource("Ships", {
          load: section({ id: "load", route: "POST /ships", response: line("LoadResponse") }),
          sink: section({ id: "sink", route: "DELETE /ships", response: line("SinkResponse") }),
        }),
      };
      const from = understood(docs, { dialect });
      expect(from.api.operations.map((one) => answers(one))).toEqual([["json components/ship"], ["empty"]]);
      expect(from.found).toEqual(["infer/missing-server null"]);
      expect(Object.keys(Object(Object(openapiOf(docs, { dialect }).components).schemas))).toEqual(["Ship"]);
    },
  );

  test("50 a raw response is in the envelopes of 2023 without descriptions", () => {
    const docs = {
      "docs/models/operations/loadresponse.md": model(
        "LoadResponse",
        ["content_type", "*str*"],
        ["ship", "[Optional[shared.Ship]](../../models/shared/ship.md)", "–"],
        ["raw_response", "[requests.Response](https://requests.readthedocs.io/en/latest/api/#requests.Response)", "–"],
        ["status_code", "*int*"],
      ),
      "docs/models/shared/ship.md": model("Ship"),
    };
    const { operation } = only(
      { id: "load", response: "[operations.LoadResponse](../../models/operations/loadresponse.md)" },
      docs,
    );
    expect(answers(operation)).toEqual(["json shared/ship"]);
  });

  test.each(["with", "without"])("50 the metadata in one field, %s its document", (document) => {
    const metadata = model(
      "HTTPMetadata",
      [
        "Response",
        "[HttpResponseMessage](https://learn.microsoft.com/en-us/dotnet/api/system.net.http.httpresponsemessage?view=net-5.0)",
      ],
      ["Request", "*HttpRequestMessage*"],
    );
    const docs = {
      "docs/Models/Operations/LoadResponse.md": model(
        "LoadResponse",
        ["HttpMeta", "[HTTPMetadata](../../Models/Components/HTTPMetadata.md)"],
        ["Ship", "[Ship](../../Models/Components/Ship.md)", "–"],
      ),
      "docs/Models/Operations/SinkResponse.md": model("SinkResponse", [
        "HttpMeta",
        "[Models.Components.HTTPMetadata](../../Models/Components/HTTPMetadata.md)",
      ]),
      ...(document === "with" ? { "docs/Models/Components/HTTPMetadata.md": metadata } : {}),
      "docs/Models/Components/Ship.md": model("Ship"),
      [ships]: resource("Ships", {
        LoadAsync: section({
          id: "Load",
          route: "POST /ships",
          response: "[LoadResponse](../../Models/Operations/LoadResponse.md)",
        }),
        Sink: section({
          id: "Sink",
          route: "DELETE /ships",
          response: "[SinkResponse](../../Models/Operations/SinkResponse.md)",
        }),
      }),
    };
    const from = understood(docs, { dialect: "csharp" });
    expect(from.api.operations.map((one) => answers(one))).toEqual([["json components/ship"], ["empty"]]);
    expect(Object.keys(Object(Object(openapiOf(docs, { dialect: "csharp" }).components).schemas))).toEqual(["Ship"]);
  });

  const wrapped: readonly (readonly [string, readonly Row[], string])[] = [
    [
      "headers and result",
      [
        ["headers", "Record<string, *string*[]>"],
        ["result", "[components.Ship](../../models/components/ship.md)"],
      ],
      "json components/ship",
    ],
    ["headers alone", [["headers", "Record<string, *string*[]>"]], "empty"],
    ["result alone", [["result", "[components.Ship](../../models/components/ship.md)"]], "json components/ship"],
    ["result of several", [["result", "*operations.LoadShipResponseBody*"]], "json operations/loadshipresponsebody"],
    ["status code alone", [["statusCode", "*number*"]], "empty"],
    [
      "a payload",
      [
        ["result", "*string*"],
        ["next", "*string*", "–"],
      ],
      "json operations/loadshipresponse",
    ],
    [
      "a payload with headers",
      [
        ["headers", "Record<string, *string*>"],
        ["name", "*string*"],
      ],
      "json operations/loadshipresponse",
    ],
  ];
  test.each(wrapped)("50 TypeScript: %s", (_, rows, want) => {
    const docs = {
      "docs/models/operations/loadshipresponse.md": model("LoadShipResponse", ...rows),
      "docs/models/operations/loadshipresponsebody.md":
        "# LoadShipResponseBody\n\n\n## Supported Types\n\n### `components.Ship`\n\n### `string`\n",
      "docs/models/components/ship.md": model("Ship"),
    };
    const { operation } = only(
      {
        id: "load-ship",
        route: "POST /ships",
        response: "Promise\\<[operations.LoadShipResponse](../../models/operations/loadshipresponse.md)\\>",
      },
      docs,
      "typescript",
    );
    expect(answers(operation)).toEqual([want]);
  });

  test("50 a payload of one `result` that is not called after its operation is JSON", () => {
    const docs = { "docs/models/components/updatereport.md": model("UpdateReport", ["result", "*string*"]) };
    const { operation } = only(
      {
        id: "load",
        route: "POST /ships",
        response: "Promise\\<[components.UpdateReport](../../models/components/updatereport.md)\\>",
      },
      docs,
      "typescript",
    );
    expect(answers(operation)).toEqual(["json components/updatereport"]);
  });

  test("50 several bodies in one envelope are several answers", () => {
    const docs = {
      "docs/models/operations/loadresponse.md": model(
        "LoadResponse",
        ...http.python,
        ["headers", "Dict[str, List[*str*]]"],
        ["two_hundred_application_json_ship", "[Optional[components.Ship]](../../models/components/ship.md)", "–"],
        ["two_hundred_text_plain_res", "*Optional[str]*", "–"],
        ["response_stream", "[httpx.Response](https://www.python-httpx.org/api/#response)", "–"],
      ),
      "docs/models/components/ship.md": model("Ship"),
    };
    const { operation } = only(
      {
        id: "load",
        route: "POST /ships",
        response: "[operations.LoadResponse](../../models/operations/loadresponse.md)",
      },
      docs,
    );
    expect(answers(operation)).toEqual(["json components/ship", "text", "bytes"]);
  });

  test("50 bytes that the response of 2024 hands out unread are the answer", () => {
    const docs = {
      "docs/models/operations/loadresponse.md": model(
        "LoadResponse",
        ["content_type", "*str*"],
        ["status_code", "*int*"],
        ["raw_response", "[requests.Response](https://requests.readthedocs.io/en/latest/api/#requests.Response)", "–"],
        ["stream", "*Optional[requests_http.Response]*", "–"],
      ),
    };
    const { operation } = only(
      { id: "load", response: "[operations.LoadResponse](../../models/operations/loadresponse.md)" },
      docs,
    );
    expect(answers(operation)).toEqual(["bytes"]);
  });

  test.each<readonly [string, "php" | "ruby", Row, readonly string[]]>([
    ["bytes in PHP", "php", ["bytes", "*?string*", "–"], ["bytes"]],
    ["bytes in Ruby", "ruby", ["bytes", "*T.nilable(::String)*", "–"], ["bytes"]],
    ["bytes of a media type", "php", ["twoHundredImagePngBytes", "*?string*", "–"], ["bytes"]],
    ["a text", "php", ["res", "*?string*", "–"], ["text"]],
    ["a number of bytes", "php", ["bytes", "*?int*", "–"], ["json integer"]],
  ])("50 %s, which languages without a word for them call a string", (_title, dialect, row, want) => {
    const isPhp = dialect === "php";
    const file = isPhp ? "Models/Operations/LoadResponse.md" : "models/operations/loadresponse.md";
    const docs = { [`docs/${file}`]: model("LoadResponse", ...http[dialect], row) };
    const response = isPhp
      ? `[?Operations\\LoadResponse](../../${file})`
      : `[T.nilable(Models::Operations::LoadResponse)](../../${file})`;
    const { operation } = only({ id: "load", route: "GET /ships", response }, docs, dialect);
    expect(answers(operation)).toEqual(want);
  });

  const problems = "[][components.Problem](../../models/components/problem.md)";
  test.each<readonly [string, readonly Row[], readonly string[], readonly string[]]>([
    [
      "an error",
      [
        ["TwoHundredAndOneApplicationJSONObject", "[*components.Ship](../../models/components/ship.md)", "–"],
        ["FourHundredAndTwentyTwoApplicationProblemPlusJSONClasses", problems, "–"],
      ],
      ["json components/ship"],
      ["422 application/problem+json Problem", "503 application/json Outage"],
    ],
    [
      "an error that the table lists, too",
      [
        ["TwoHundredApplicationJSONObject", "[*components.Ship](../../models/components/ship.md)", "–"],
        ["FiveHundredAndThreeApplicationJSONObject", problems, "–"],
      ],
      ["json components/ship"],
      ["503 application/json Outage"],
    ],
    [
      "all other errors",
      [
        ["TwoHundredAndOneApplicationJSONObject", "[*components.Ship](../../models/components/ship.md)", "–"],
        ["DefaultApplicationJSONObject", "[*components.Problem](../../models/components/problem.md)", "–"],
      ],
      ["json components/ship"],
      ["503 application/json Outage", "default application/json Problem"],
    ],
    [
      "nothing but an error",
      [["FourHundred", "**string*", "–"]],
      ["empty"],
      ["400 text/plain FourHundred", "503 application/json Outage"],
    ],
    [
      "a text in JSON",
      [["TwoHundredApplicationJSONRes", "**string*", "–"]],
      ["json string"],
      ["503 application/json Outage"],
    ],
    ["a name that is none", [["Default", "**string*", "–"]], ["text"], ["503 application/json Outage"]],
  ])("50 the name of a body spells %s", (_title, rows, replies, errors) => {
    const docs = {
      "docs/models/operations/loadresponse.md": model(
        "LoadResponse",
        ["HTTPMeta", "[components.HTTPMetadata](../../models/components/httpmetadata.md)"],
        ...rows,
      ),
      "docs/models/components/httpmetadata.md": model("HTTPMetadata", [
        "Request",
        "[*http.Request](https://pkg.go.dev/net/http#Request)",
      ]),
      "docs/models/components/ship.md": model("Ship"),
      "docs/models/components/problem.md": model("Problem"),
      "docs/models/sdkerrors/outage.md": model("Outage"),
    };
    const { operation } = only(
      {
        id: "load",
        route: "GET /ships",
        response: "[*operations.LoadResponse](../../models/operations/loadresponse.md), error",
        errors: [["sdkerrors.Outage", "503", "application/json"]],
      },
      docs,
      "go",
    );
    expect(answers(operation)).toEqual(replies);
    expect(
      operation.errors.map(({ status, contentType, title }) => `${status} ${contentType} ${title}`).sort(),
    ).toEqual(errors);
  });
});
