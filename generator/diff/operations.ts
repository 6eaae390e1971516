import { operationName } from "../infer/overrides/naming.ts";
import { callables } from "../ir/callables.ts";
import type { ErrorReply, Operation, Pagination, Parameter, RequestBody } from "../ir/index.ts";
import { spellCollected, spellPagination, spellType } from "../ir/spell.ts";
import { walkOf } from "../ir/walk.ts";
import {
  type Change,
  change as changeOf,
  type Detail,
  type Direction,
  differing,
  type Impact,
  impactOf,
} from "./change.ts";
import { deprecation, fieldChanges, pairFields } from "./fields.ts";
import { type Pairs, pairUp } from "./pair.ts";
import { relate } from "./relate.ts";
import { bodyChanges } from "./replies.ts";
import { behind, type Scope, type Side } from "./scope.ts";

/** How the operations of an API differ. */
export function operationChanges(scope: Scope): readonly Change[] {
  const { kept, gone, come } = pairOperations(
    scope.before.api.operations.flatMap(callables),
    scope.after.api.operations.flatMap(callables),
  );
  return [
    ...gone.filter(isCalled).map((one) => change(one, "removed", "breaking", { was: routeOf(one), before: one.place })),
    ...kept.flatMap(([was, is]) => operationChange(scope, was, is)),
    ...come.filter(isCalled).map((one) => change(one, "added", "minor", { is: routeOf(one), after: one.place })),
  ];
}

/** By id, then by how they are called, then by method and path: each names one operation in most docs. */
function pairOperations(before: readonly Operation[], after: readonly Operation[]): Pairs<Operation> {
  return pairUp(before, after, [({ id }) => id, operationName, (one) => (isCalled(one) ? routeOf(one) : undefined)]);
}

/** A call without a route is left out of the client. */
function isCalled({ route }: Operation): boolean {
  return route !== null;
}

function operationChange(scope: Scope, was: Operation, is: Operation): readonly Change[] {
  const rows = { before: was.place, after: is.place };
  const told = (code: string, impact: Impact, detail: Detail, direction: Direction = "package"): Change =>
    change(is, code, impact, { ...rows, ...detail }, direction);
  const name = operationName(is);
  const routes = differing(routeOf(was), routeOf(is)).map((detail) => told("route", routed(is), detail, "request"));
  // Nothing else of it is in the package.
  if (!isCalled(was) || !isCalled(is)) return routes;
  const parameters = { kind: "parameter", name, direction: "request" } as const;
  const subject = { subject: `operation ${name}`, code: "operation/reply", ...rows };
  return [
    ...differing(operationName(was), name).map((detail) => told("name", "breaking", detail)),
    ...(letters(was.id) === letters(is.id) ? [] : [told("function", "breaking", { was: was.id, is: is.id })]),
    ...routes,
    ...fieldChanges(scope, parameters, was.parameters, is.parameters),
    ...locations(was, is).map((detail) => told("location", "minor", detail, "request")),
    ...bodyOf(scope, was, is).map(({ code, impact, ...detail }) => told(code, impact, detail, "request")),
    ...bodyChanges(scope, subject, was.replies, is.replies),
    ...errorChanges(scope, was, is).map(({ code, impact, ...detail }) => told(code, impact, detail, "response")),
    ...pageChanges(scope, was, is).map(({ impact, ...detail }) => told("pages", impact, detail)),
    ...differing(collected(scope, was, "before"), collected(scope, is, "after")).map((detail) =>
      told("collect", was.collect?.value ? "breaking" : "minor", detail, "response"),
    ),
    ...differing(secured(was), secured(is)).map((detail) => told("secured", "minor", detail, "request")),
    ...differing(was.server?.value ?? null, is.server?.value ?? null).map((detail) =>
      told("server", "minor", detail, "request"),
    ),
    ...deprecation(was, is).map((detail) => told("deprecated", "minor", detail)),
    ...(was.summary === is.summary && was.description === is.description && sampleOf(was) === sampleOf(is)
      ? []
      : [told("docs", "patch", {})]),
  ];
}

type Part = Detail & Pick<Change, "code" | "impact">;

/** What names a function, in whatever style the docs write it. */
function letters(id: string): string {
  return id.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function routed(is: Operation): Impact {
  return isCalled(is) ? "minor" : "breaking";
}

/** Where a parameter stands changes no code, and the request. */
function locations(was: Operation, is: Operation): readonly Detail[] {
  return pairFields(was.parameters, is.parameters).kept.flatMap(([old, now]) => {
    const rows = { before: behind(old.location, old.place), after: behind(now.location, now.place) };
    return differing(placed(old, now), placed(now, now)).map((texts) => ({ ...rows, ...texts }));
  });
}

function placed({ location }: Parameter, { wireName }: Parameter): string {
  return `\`${wireName.value}\` in the ${location.value}`;
}

function bodyOf(scope: Scope, { body: was }: Operation, { body: is }: Operation): readonly Part[] {
  const [old, now] = [spelledBody(scope, was, "before"), spelledBody(scope, is, "after")];
  const rows = { ...(was === null ? {} : { before: was.place }), ...(is === null ? {} : { after: is.place }) };
  const told = { ...rows, was: old, is: now };
  if (was === null && is === null) return [];
  if (was === null) return [{ code: "body", impact: isAsked(scope.after, is) ? "breaking" : "minor", ...told }];
  if (is === null) return [{ code: "body", impact: "breaking", ...told }];
  const shift = relate(scope, was.type, is.type);
  const isOptional = isAsked(scope.after, is) ? "breaking" : "minor";
  const part = (code: string, impact: Impact) => (texts: Detail) => ({ code, impact, ...rows, ...texts });
  return [
    ...(shift === undefined ? [] : [{ code: "body", impact: impactOf("request", shift), ...told }]),
    ...differing(givenAs(was), givenAs(is)).map(part("body-as", "breaking")),
    ...differing(was.presence.value, is.presence.value).map(part("body-presence", isOptional)),
    // Files are given in other ways than JSON is.
    ...differing(was.encoding.value, is.encoding.value).map(part("body-encoding", "breaking")),
  ];
}

/** Whether a caller has to give a body: a request whose own fields it has, none of them required, may be left out. */
function isAsked({ models }: Side, body: RequestBody | null): boolean {
  if (body === null || body.presence.value === "optional") return false;
  const model = body.as === "spread" && body.type.kind === "reference" ? models.get(body.type.id) : undefined;
  return model?.kind !== "object" || model.properties.some(({ presence }) => presence.value === "required");
}

function givenAs({ as }: RequestBody): string {
  return as === "spread" ? "the request's own fields" : `\`${as.join(" ")}\``;
}

function spelledBody(scope: Scope, body: RequestBody | null, side: "before" | "after"): string | null {
  return body === null ? null : spellType(body.type, scope[side].nameOf);
}

/** What walks the pages of an operation: nothing where its types do not allow it, whatever the docs say. */
function pageChanges({ before, after }: Scope, was: Operation, is: Operation): readonly Omit<Part, "code">[] {
  const [old, now] = [walkIn(before, was), walkIn(after, is)];
  const rows = { before: behind(was.pagination, was.place), after: behind(is.pagination, is.place) };
  const isSame = old?.items.join(".") === now?.items.join(".");
  const breaks = old !== null && (now === null || !isSame || (asksFirst(now) && !asksFirst(old)));
  return differing(spellPagination(old), spellPagination(now)).map((texts) => ({
    ...rows,
    ...texts,
    impact: breaks ? "breaking" : "minor",
  }));
}

function walkIn({ models }: Side, operation: Operation): Pagination | null {
  const walk = walkOf(operation, models);
  return walk === undefined || typeof walk === "string" ? null : walk.pagination;
}

/** Whether the caller has to say which page is the first. */
function asksFirst({ kind, first }: Pagination): boolean {
  return kind === "page" && first === null;
}

/** Code that catches an error names its class, whatever status it comes with. */
function errorChanges(scope: Scope, was: Operation, is: Operation): readonly Part[] {
  const keyOf = ({ status, contentType }: ErrorReply): string => `${status} ${contentType}`;
  const titled = (error: ErrorReply): string | undefined => error.title || undefined;
  const { kept, gone, come } = pairUp(was.errors, is.errors, [
    (error) => `${keyOf(error)} ${error.title}`,
    titled,
    keyOf,
  ]);
  const told = (impact: Impact, one: ErrorReply | undefined, other: ErrorReply | undefined): Part => ({
    code: "error",
    impact,
    before: one?.place ?? was.place,
    after: other?.place ?? is.place,
    was: spelledError(one),
    is: spelledError(other),
  });
  // One without a name has no class of its own; one that comes in another content type as well is caught as before.
  const isMissed = ({ title }: ErrorReply): boolean =>
    title !== "" && !is.errors.some((other) => other.title === title);
  return [
    ...gone.map((error) => told(isMissed(error) ? "breaking" : "minor", error, undefined)),
    ...kept.flatMap(([one, other]) => {
      if (one.title !== other.title) return [told("breaking", one, other)];
      const shift = relate(scope, one.type, other.type);
      if (shift !== undefined) return [told(impactOf("response", shift), one, other)];
      return one.status === other.status ? [] : [told("minor", one, other)];
    }),
    ...come.map((error) => told("minor", undefined, error)),
  ];
}

function spelledError(error: ErrorReply | undefined): string | null {
  return error === undefined ? null : `${error.status} ${error.title}`;
}

function collected(scope: Scope, { collect }: Operation, side: "before" | "after"): string | null {
  return collect?.value ? spellCollected(collect.value, scope[side].nameOf) : null;
}

function secured(operation: Operation): string {
  return operation.secured.value ? "with credentials" : "without credentials";
}

function sampleOf({ sample }: Operation): string {
  return JSON.stringify(sample?.value ?? null);
}

function routeOf({ route }: Operation): string {
  return route === null ? "no route" : `${route.value.method} ${route.value.path}`;
}

function change(
  operation: Operation,
  code: string,
  impact: Impact,
  detail: Detail,
  direction: Direction = "package",
): Change {
  const subject = `operation ${operationName(operation)}`;
  return changeOf({ code: `operation/${code}`, impact, direction, subject }, detail);
}
