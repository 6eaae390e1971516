/** A variable in the address of a server, given in the option with this name. */
export function urlPart(option: string, value: string | undefined): string {
  if (!value) throw new TypeError(`Expected the option \`${option}\` for the address of the server, received none`);
  return value;
}

/** The same in the name of its host, which no value may end: credentials would go to another one. */
export function hostPart(option: string, value: string | undefined): string {
  const part = urlPart(option, value);
  if (/[/\\?#@]/.test(part)) {
    throw new TypeError(`Expected a part of a host name in the option \`${option}\`, received "${part}"`);
  }
  return part;
}
