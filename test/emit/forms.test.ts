import { expect, test } from "vitest";
import type { Model, Property } from "../../generator/ir/index.ts";
import { fact, json, jsonBody, listOf, object, operation, optional, property, reference, text, union } from "./api.ts";
import { emitted } from "./emitted.ts";

const photo = object("Photo", [property("id", text)]);
const handle = object("PhotoFile", [property("fileName", text), property("content", { kind: "bytes" })]);

function upload(properties: readonly Property[], more: readonly Model[] = []) {
  const form = object("Upload", properties);
  const call = operation("addPhoto", "POST", "/photos", {
    body: jsonBody(reference("Upload"), { encoding: fact("multipart") }),
    replies: fact([json(reference("Photo"))]),
  });
  return { models: [form, photo, handle, ...more], operations: [call] };
}

test("a form has files, and its values as text", () => {
  const api = upload([
    property("photo", reference("PhotoFile"), { description: "The picture." }),
    property("more", listOf({ kind: "bytes" }), optional),
    property("takenAt", { kind: "date-time" }, optional),
    property("tags", listOf(text)),
    property("place", reference("Place"), { ...optional, nullable: fact("yes") }),
  ]);
  const place = object("Place", [property("name", text)]);
  const models = [...api.models, place];
  expect(emitted("src/models/upload.ts", { ...api, models })).toMatchInlineSnapshot(`
    "import { addFile, addPart, type FilePart } from "../runtime/form.ts";
    import { encodePlace, type Place } from "./place.ts";

    export interface Upload {
      /** The picture. */
      photo: FilePart;
      more?: readonly FilePart[] | undefined;
      /** Sent as \`taken_at\`. */
      takenAt?: Date | undefined;
      tags: readonly string[];
      place?: Place | null | undefined;
    }

    /** Writes a \`Upload\` as the form that the server reads; absent fields stay absent. */
    export function formUpload(value: Upload): FormData {
      const form = new FormData();
      addFile(form, "photo", value.photo);
      addFile(form, "more", value.more);
      addPart(form, "taken_at", value.takenAt);
      addPart(form, "tags", value.tags);
      if (value.place !== undefined && value.place !== null) addPart(form, "place", encodePlace(value.place));
      return form;
    }
    "
  `);
  expect(emitted("src/operations/add-photo.ts", { ...api, models })).toContain(
    "body: multipartBody(formUpload(request)),",
  );
  expect(emitted("src/models/index.ts", { ...api, models })).toContain(
    'export { formUpload, type Upload } from "./upload.ts";',
  );
});

test("a handle that nothing else refers to is no model of the package, and one that is answered with is", () => {
  const api = upload([property("photo", reference("PhotoFile"))]);
  expect(emitted("src/models/index.ts", api)).not.toContain("PhotoFile");
  const answered = operation("getFile", "GET", "/file", { replies: fact([json(reference("PhotoFile"))]) });
  const index = emitted("src/models/index.ts", { ...api, operations: [...api.operations, answered] });
  expect(index).toContain("decodePhotoFile");
});

test("a form that is JSON elsewhere keeps its codecs", () => {
  const api = upload([property("photo", { kind: "bytes" })]);
  const twin = operation("checkPhoto", "POST", "/check", { body: jsonBody(reference("Upload")) });
  const more = { ...api, operations: [...api.operations, twin] };
  expect(emitted("src/models/index.ts", more)).toContain(
    'export { decodeUpload, encodeUpload, formUpload, type Upload } from "./upload.ts";',
  );
  expect(emitted("src/models/upload.ts", more)).toContain("photo: Uint8Array;");
  expect(emitted("src/operations/check-photo.ts", more)).toContain("body: jsonBody(encodeUpload(request)),");
});

test("a URL-encoded form", () => {
  const form = object("Login", [property("userName", text)]);
  const call = operation("login", "POST", "/login", {
    body: jsonBody(reference("Login"), { encoding: fact("form") }),
  });
  expect(emitted("src/operations/login.ts", { models: [form], operations: [call] })).toContain(
    "body: formBody(encodeLogin(request)),",
  );
});

test("a URL-encoded form that is one of several", () => {
  const grant = object("Grant", [property("grantType", text)]);
  const refresh = object("Refresh", [property("grantType", text), property("refreshToken", text)]);
  const call = operation("token", "POST", "/token", {
    body: jsonBody(reference("Ask"), { encoding: fact("form") }),
  });
  const ask = union("Ask", [{ type: reference("Grant") }, { type: reference("Refresh") }]);
  expect(emitted("src/operations/token.ts", { models: [grant, refresh, ask], operations: [call] })).toContain(
    "body: formBody(",
  );
});

test("a URL-encoded form whose fields no document lists", () => {
  const call = operation("login", "POST", "/login", {
    body: jsonBody({ kind: "map", value: { kind: "unknown", reason: "any" } }, { encoding: fact("form") }),
  });
  expect(emitted("src/operations/login.ts", { operations: [call] })).toContain(
    "body: formBody(encodeUnknown(request)),",
  );
});
