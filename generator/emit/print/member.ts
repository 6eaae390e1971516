import { type Code, code, raw } from "./code.ts";
import { isIdentifier } from "./identifier.ts";

/** A property name in a literal or a type. In a literal, a plain `__proto__` would be the prototype. */
export function keyOf(name: string): Code {
  if (name === "__proto__") return code`[${name}]`;
  return isIdentifier(name) ? raw(name) : code`${name}`;
}

/** `object.name`, or `object["name"]`. */
export function member(object: string, name: string): Code {
  return isIdentifier(name) ? raw(`${object}.${name}`) : code`${raw(object)}[${name}]`;
}
