import { type Code, code, type Fragment, raw } from "./code.ts";

/** The line width that emitted code keeps, where its words allow. */
export const lineWidth = 120;

/** `head(a, b)` on one line where it fits, else one argument a line. */
export function call(head: Code, args: readonly Code[]): Code {
  return code`${head}${enclosed("(", args, ")", "")}`;
}

/** `head(a, {` … `})`: where the line is too long, the last argument breaks and the others stay. */
export function callWithLast(head: Code, args: readonly Code[], last: Code): Code {
  return code`${head}(${{ code: args.flatMap((one) => [one.code, ", "]) }}${last})`;
}

/** `<A, B>`, or one parameter a line. */
export function typeParameters(parameters: readonly Code[]): Code {
  return enclosed("<", parameters, ">", "");
}

/** `test ? one : other`, or one branch a line. */
export function conditional(test: Code, one: Code, other: Code): Code {
  return { code: group([test.code, indent([blank, "? ", one.code, blank, ": ", other.code])]) };
}

/** `one && other`, or one operand a line. */
export function both(one: Code, other: Code): Code {
  return { code: group([one.code, " &&", blank, other.code]) };
}

/** `target = value`, with the value on a line of its own where the two are too long for one: conditional values, `extends`. */
export function assignment(target: Code, value: Code): Code {
  return { code: group([target.code, indent([blank, value.code])]) };
}

/** `key: value` of an object literal. What is too long comes below its key, but for a call, whose arguments break. */
export function entry(key: Code, value: Code): Code {
  const isCall = /^[\w.?[\]"]+\(/.test(flat(value));
  return isCall ? code`${key}: ${value}` : assignment(code`${key}:`, value);
}

/** `(a) => body`, or the body on a line of its own. */
export function arrow(parameters: Code, body: Code): Code {
  return { code: group([parameters.code, " =>", indent([blank, body.code])]) };
}

/** `head(a, (b) => body)`: where the line is too long, it breaks behind the arrow. */
export function callWithArrow(head: Code, args: readonly Code[], parameters: Code, body: Code): Code {
  const before = args.flatMap((one): Fragment[] => [flat(one), ", "]);
  const after: Fragment = [blank, body.code, { kind: "broken", text: "," }];
  return { code: group([head.code, "(", ...before, parameters.code, " =>", indent(after), nothing, ")"]) };
}

/** `[a, b]`, or one item a line. */
export function array(items: readonly Code[]): Code {
  return items.length === 0 ? raw("[]") : enclosed("[", items, "]", "");
}

/** `[` and one item a line: the form of a list of lists or objects. */
export function arrayBlock(items: readonly Code[]): Code {
  return items.length === 0 ? raw("[]") : lines("[", items, "]");
}

/** `{ a, b }`, or one entry a line. */
export function braces(entries: readonly Code[]): Code {
  return entries.length === 0 ? raw("{}") : enclosed("{", entries, "}", " ");
}

/** `<A | B>` behind a name: the members on a line of their own where they are too long, or one a line. */
export function unionArgument(members: readonly Code[]): Code {
  const [first, ...others] = members;
  if (first === undefined || others.length === 0) return code`<${first ?? raw("never")}>`;
  const rest = others.flatMap((member): Fragment[] => [blank, "| ", member.code]);
  const union = group([{ kind: "broken", text: "| " }, first.code, ...rest]);
  return { code: group(["<", indent([nothing, union]), nothing, ">"]) };
}

/** `import("./file.ts")`, which takes no comma at its end. */
export function importCall(module: string): Code {
  return { code: group(["import(", indent([nothing, code`${module}`.code]), nothing, ")"]) };
}

/** An object literal with one entry a line. */
export function block(entries: readonly Code[]): Code {
  return entries.length === 0 ? raw("{}") : lines("{", entries, "}");
}

/** `a | b | c`, or one member a line with leading bars. */
export function alternatives(members: readonly Code[]): Code {
  const rest = members.flatMap((member, index): Fragment[] =>
    index === 0 ? [member.code] : [blank, "| ", member.code],
  );
  return { code: group(indent([nothing, { kind: "broken", text: "| " }, ...rest])) };
}

/** `if (…) statement` on one line where it fits, else with braces. */
export function guarded(test: Code, statement: Code): Code {
  const open: Fragment = { kind: "broken", text: "{" };
  const close: Fragment = { kind: "broken", text: "}" };
  return { code: group([test.code, " ", open, indent([nothing, statement.code]), nothing, close]) };
}

/** Statements, one below the other. */
export function statements(all: readonly Code[]): Code {
  return { code: all.flatMap((one, index) => (index === 0 ? [one.code] : [newline, one.code])) };
}

/** Statements in braces. */
export function body(all: readonly Code[]): Code {
  return { code: ["{", indent([newline, statements(all).code]), newline, "}"] };
}

function enclosed(open: string, items: readonly Code[], close: string, flat: "" | " "): Code {
  if (items.length === 0) return raw(open + close);
  const edge: Fragment = { kind: "line", flat };
  const list = items.flatMap((item, index): Fragment[] => (index === 0 ? [item.code] : [",", blank, item.code]));
  return { code: group([open, indent([edge, ...list, { kind: "broken", text: "," }]), edge, close]) };
}

function lines(open: string, items: readonly Code[], close: string): Code {
  return { code: [open, indent(items.flatMap((item): Fragment[] => [newline, item.code, ","])), newline, close] };
}

const nothing: Fragment = { kind: "line", flat: "" };
const blank: Fragment = { kind: "line", flat: " " };
const newline: Fragment = { kind: "line", flat: "never" };

function indent(of: Fragment): Fragment {
  return { kind: "indent", of };
}

function group(of: Fragment): Fragment {
  return { kind: "group", of };
}

/** Code on one line, whatever its length: for comparing, and for places where no line may break. */
export function flat(piece: Code): string {
  return print(piece, { width: Number.POSITIVE_INFINITY });
}

/** Where code is printed: the blanks in front of its lines, what its first line has before it, and the width. */
export interface Room {
  readonly indent?: number;
  readonly used?: number;
  readonly width?: number;
}

interface Open {
  readonly indent: number;
  readonly isBroken: boolean;
  readonly of: Fragment;
}

/** Lays code out. */
export function print(piece: Code, { indent: margin = 0, used = 0, width = lineWidth }: Room = {}): string {
  let text = "";
  let column = margin + used;
  const stack: Open[] = [{ indent: margin, isBroken: true, of: piece.code }];
  for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
    const { of, indent: blanks } = open;
    if (typeof of === "string") {
      const moved = of.replaceAll("\n", `\n${" ".repeat(blanks)}`);
      text += moved;
      const last = moved.lastIndexOf("\n");
      column = last === -1 ? column + moved.length : moved.length - last - 1;
    } else if (isList(of)) pushAll(stack, of, blanks, open.isBroken);
    else if (of.kind === "indent") stack.push({ indent: blanks + 2, isBroken: open.isBroken, of: of.of });
    else if (of.kind === "group") {
      const isBroken = !fits({ indent: blanks, isBroken: false, of: of.of }, stack, width - column);
      stack.push({ indent: blanks, isBroken, of: of.of });
    } else if (of.kind === "broken") {
      text += open.isBroken ? of.text : "";
      column += open.isBroken ? of.text.length : 0;
    } else if (open.isBroken || of.flat === "never") {
      text += `\n${" ".repeat(blanks)}`;
      column = blanks;
    } else {
      text += of.flat;
      column += of.flat.length;
    }
  }
  return text.replace(/ +$/gm, "");
}

/** Whether a group stays on its line, together with what follows up to the next line that breaks. */
function fits(next: Open, rest: readonly Open[], room: number): boolean {
  let left = room;
  let below = rest.length;
  const stack: Open[] = [next];
  while (left >= 0) {
    const open = stack.pop() ?? rest[--below];
    if (open === undefined) return true;
    const { of } = open;
    if (typeof of === "string") {
      const end = of.indexOf("\n");
      if (end !== -1) return open.isBroken && left >= end;
      left -= of.length;
    } else if (isList(of)) pushAll(stack, of, open.indent, open.isBroken);
    else if (of.kind === "indent" || of.kind === "group")
      stack.push({ indent: open.indent, isBroken: open.isBroken, of: of.of });
    else if (of.kind === "broken") left -= open.isBroken ? of.text.length : 0;
    else if (open.isBroken) return true;
    else if (of.flat === "never") return false;
    else left -= of.flat.length;
  }
  return false;
}

/** Opens the parts of a list, the first one next. */
function pushAll(stack: Open[], parts: readonly Fragment[], indent: number, isBroken: boolean): void {
  for (let at = parts.length - 1; at >= 0; at -= 1) stack.push({ indent, isBroken, of: parts[at] ?? "" });
}

function isList(of: Fragment): of is readonly Fragment[] {
  return Array.isArray(of);
}
