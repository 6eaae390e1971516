import type { Property } from "../../ir/index.ts";
import type { Way } from "../../ir/walk.ts";
import { type Code, code, raw } from "../print/code.ts";
import { type Doc, docComment, indentedComment } from "../print/comment.ts";
import { isIdentifier, uniqueNames } from "../print/identifier.ts";
import { arrow, block, braces, call, importCall, print, statements } from "../print/layout.ts";
import { keyOf, member } from "../print/member.ts";
import type { OperationPlan, PagesPlan } from "./operation-plan.ts";
import { planOf } from "./plan.ts";
import { responseType } from "./replies.ts";
import { signatures } from "./signatures.ts";
import { acceptsNull, runtimeType, runtimeValue, type Scope, typeCode } from "./types.ts";

type Tags = NonNullable<Doc["tags"]>;

const walkers = { cursor: "cursorPages", page: "numberedPages", offset: "offsetPages" } as const;

/** The function that walks the pages of an operation, behind an empty line; nothing where it has none. */
export function pagesFunction(scope: Scope, one: OperationPlan, tags: Tags): Code {
  const { pages } = one;
  if (pages === undefined) return raw("");
  const signature = pagesSignature(scope, one, pages);
  const request = code`request: ${signature.request}${raw(signature.isOptional ? " = {}" : "")}`;
  const head = call(raw(`export function ${pages.functionName}`), [raw("client: Client"), request, signature.options]);
  const walker = runtimeValue(scope, "pages", walkers[pages.walk.pagination.kind]);
  const comment = docComment(pagesDoc(one.functionName, one, tags));
  const body = print(code`return ${walker}(${block(walkEntries(scope, one, pages))});`, { indent: 2 });
  return raw(`\n${comment}\n${print(code`${head}: ${signature.returns} {`)}\n  ${body}\n}\n`);
}

/** The method that does the same; it loads the operation's module when the first page is due. */
export function pagesMethod(scope: Scope, one: OperationPlan, tags: Tags): Code {
  const { pages } = one;
  if (pages === undefined) return raw("");
  const signature = pagesSignature(scope, one, pages);
  const request = code`request${raw(signature.isOptional ? "?" : "")}: ${signature.request}`;
  const head = call(raw(pages.methodName), [request, signature.options]);
  const folder = scope.file.startsWith("resources/") ? "../operations" : "./operations";
  const later = runtimeValue(scope, "pages", "pagesLater");
  const name = raw(pages.functionName);
  const load = statements([
    code`const { ${name} } = await ${importCall(`${folder}/${one.file}.ts`)};`,
    code`return ${call(name, [raw("this.#client"), raw("request"), raw("options")])};`,
  ]);
  const lines = [
    "\n",
    `  ${indentedComment(pagesDoc(one.methodName, one, tags), 2)}`,
    `  ${print(code`${head}: ${signature.returns} {`, { indent: 2 })}`,
    `    return ${print(later)}(async () => {`,
    `      ${print(load, { indent: 6 })}`,
    "    });",
    "  }",
  ];
  return raw(lines.join("\n"));
}

interface PagesSignature {
  readonly request: Code;
  readonly isOptional: boolean;
  readonly options: Code;
  readonly returns: Code;
}

/** What walks pages takes and gives: the operation's request, with a page number where the docs do not tell the first. */
export function pagesSignature(scope: Scope, one: OperationPlan, { walk }: PagesPlan): PagesSignature {
  const own = signatures(scope, one).at(-1)?.request;
  if (own === undefined) throw new Error(`${one.operation.id} has pages and no request.`);
  const begin = isFirstUnknown(scope, one, walk.pagination) ? placeIn(scope, one, walk.pagination) : undefined;
  const page = responseType(scope, one.operation.replies.value);
  const pages = runtimeType(scope, "pages", "Pages");
  return {
    request: begin === undefined ? own.type : code`${own.type} & ${begin.typed(raw("number"))}`,
    isOptional: own.isOptional && begin === undefined,
    options: code`options?: ${runtimeType(scope, "pages", "PageOptions")}`,
    returns: code`${pages}<${page}, ${typeCode(scope, walk.item)}>`,
  };
}

function isFirstUnknown(scope: Scope, one: OperationPlan, pagination: PagesPlan["walk"]["pagination"]): boolean {
  return pagination.kind === "page" && pagination.first === null && !placeIn(scope, one, pagination).isSure;
}

function pagesDoc(name: string, { operation }: OperationPlan, tags: Tags): Doc {
  const pagination = operation.pagination.value;
  const isUnknown = pagination?.kind === "page" && pagination.first === null;
  const text = `All pages of \`${name}\`: iterating gives their items, \`pages()\` the pages themselves. Each is one call, made when it is due.`;
  const first = "\n\nThe documentation does not say which number the first page has, so begin with one of your own.";
  return { text: isUnknown ? text + first : text, tags };
}

function walkEntries(scope: Scope, one: OperationPlan, { walk }: PagesPlan): Code[] {
  const { pagination } = walk;
  const place = placeIn(scope, one, pagination);
  const local = uniqueNames([one.functionName])(pagination.kind);
  const read = call(raw(one.functionName), [raw("client"), place.copy(local), raw("options")]);
  const page = (way: Way): Code => arrow(raw("(page)"), answered(scope, walk.page.kind === "nullable", way));
  const size = pagination.kind === "cursor" ? undefined : sizeIn(scope, one, pagination);
  const isFixed = place.isSure || isFirstUnknown(scope, one, pagination);
  const otherwise = pagination.kind === "offset" ? 0 : (pagination.first ?? 1);
  return [
    pagination.kind === "cursor" || isFixed ? code`first: ${place.read}` : code`first: ${place.read} ?? ${otherwise}`,
    ...(size === undefined ? [] : [code`size: ${size}`]),
    arrow(raw(`read: (${local})`), read),
    code`items: ${page(walk.items)}`,
    ...(walk.next === undefined ? [] : [code`next: ${nextPage(scope, walk, walk.next)}`]),
    ...(walk.more === undefined ? [] : [code`more: ${page(walk.more)}`]),
  ];
}

/** What the next page begins at: the cursor in the answer, or that in the query of a link. */
function nextPage(scope: Scope, { page, pagination }: PagesPlan["walk"], way: Way): Code {
  const next = answered(scope, page.kind === "nullable", way);
  const at =
    pagination.link === true
      ? call(runtimeValue(scope, "pages", "inLink"), [next, code`${pagination.parameter}`])
      : next;
  return arrow(raw("(page)"), at);
}

/** A property of an answer, by the way to it. */
function answered(scope: Scope, isNullable: boolean, way: Way): Code {
  let text = "page";
  let isMissing = isNullable;
  for (const { model, property } of way) {
    const { properties, isRead, ...plan } = planOf(scope.plan, model);
    const name = properties[property] ?? "";
    const documented = plan.model.kind === "object" ? plan.model.properties[property] : undefined;
    text += isIdentifier(name)
      ? `${isMissing ? "?." : "."}${name}`
      : `${isMissing ? "?." : ""}[${print(code`${name}`)}]`;
    isMissing = documented === undefined || !isAlways(documented, isRead);
  }
  return raw(text);
}

/** Where a request holds one of its values. */
interface Place {
  readonly read: Code;
  /** Whether it is neither absent nor null. */
  readonly isSure: boolean;
  readonly isNumber: boolean;
  /** A copy of the request in which a variable has its place. */
  readonly copy: (variable: string) => Code;
  /** A type that has this type there. */
  readonly typed: (type: Code) => Code;
}

type Spot = Pick<PagesPlan["walk"]["pagination"], "in" | "parameter">;

function placeIn(scope: Scope, one: OperationPlan, spot: Spot): Place {
  const found = findPlace(scope, one, spot);
  if (found === undefined) throw new Error(`No value of the request is the ${spot.parameter} of ${one.operation.id}.`);
  return found;
}

/** The size that the caller asks for, where it is a number. */
function sizeIn(
  scope: Scope,
  one: OperationPlan,
  { size, in: where }: PagesPlan["walk"]["pagination"],
): Code | undefined {
  const found = size === null ? undefined : findPlace(scope, one, { parameter: size, in: where });
  return found?.isNumber === true ? found.read : undefined;
}

function findPlace(scope: Scope, { request, operation }: OperationPlan, spot: Spot): Place | undefined {
  if (spot.in === "query") {
    const all = request.kind === "members" ? request.parameters : [];
    const found = all.find(
      ({ parameter: { location, wireName } }) => location.value === "query" && wireName.value === spot.parameter,
    );
    return found === undefined ? undefined : placeOf(found.name, found.parameter, false);
  }
  const { body } = operation;
  if (body?.type.kind !== "reference") return undefined;
  const { model, properties, isRead } = planOf(scope.plan, body.type.id);
  if (model.kind !== "object") return undefined;
  const index = model.properties.findIndex(({ wireName }) => wireName.value === spot.parameter);
  const [name, property] = [properties[index], model.properties[index]];
  if (name === undefined || property === undefined) return undefined;
  const holder = request.kind === "members" ? request.bodyName : undefined;
  const own = placeOf(name, property, isRead);
  if (holder === undefined) return own;
  const isOptional = body.presence.value === "optional";
  const held = member("request", holder);
  const mark = isOptional ? (isIdentifier(name) ? "?" : "?.") : "";
  const inner = (variable: string): Code => braces([code`...${held}`, entry(name, variable)]);
  return {
    ...own,
    read: code`${held}${raw(mark)}${raw(print(member("", name)))}`,
    isSure: own.isSure && !isOptional,
    copy: (variable) => braces([raw("...request"), code`${keyOf(holder)}: ${inner(variable)}`]),
    typed: (type) => code`{ ${keyOf(holder)}: ${own.typed(type)} }`,
  };
}

function placeOf(name: string, property: Property, isRead: boolean): Place {
  const { value: type } = property.type;
  const { kind } = type.kind === "nullable" ? type.of : type;
  return {
    read: member("request", name),
    isSure: isAlways(property, isRead),
    isNumber: kind === "integer" || kind === "number",
    copy: (variable) => braces([raw("...request"), entry(name, variable)]),
    typed: (type) => code`{ ${keyOf(name)}: ${type} }`,
  };
}

function entry(name: string, variable: string): Code {
  return name === variable ? raw(variable) : code`${keyOf(name)}: ${raw(variable)}`;
}

/** Whether a property is neither absent nor null. */
function isAlways(property: Property, isRead: boolean): boolean {
  return (
    property.presence.value === "required" && !acceptsNull(property, isRead) && property.type.value.kind !== "nullable"
  );
}
