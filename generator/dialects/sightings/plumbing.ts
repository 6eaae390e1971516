import type { Row } from "../../docs/page.ts";

const serverDescription = "An optional server URL to use";

/**
 * How the generator of the docs describes the parameters that belong to the SDK and not to the API. A parameter of the
 * API may have the same name, but not the same description.
 */
const descriptions: readonly string[] = [
  "Used to set various options for making HTTP requests",
  "Options that are passed to the underlying HTTP request",
  "Enables retrying HTTP requests under certain failure conditions",
  "Configuration to override the default retry behavior",
  serverDescription,
  "The context to use for the request",
  "The options for this request",
  "Available config options for making requests",
];

/** Whether a row takes the address of a server, as it stands where an operation has servers of its own. */
export function isServer(row: Row): boolean {
  return row.description.startsWith(serverDescription);
}

/** Whether a row of a Parameters table is the SDK's own; the type of a body goes with it, whoever lists its header. */
export function isPlumbing(row: Row): boolean {
  const isOfBody = row.location === "header" && /^content-type$/i.test(row.name);
  return isOfBody || descriptions.some((description) => row.description.startsWith(description));
}

/** Whether a row holds the whole request. */
export function isRequest(row: Row): boolean {
  return row.description.startsWith("The request object to use for the request");
}

/** Whether a row holds the credentials of one operation; where its fields became rows it has no description. */
export function isSecurity(row: Row): boolean {
  return (
    row.description.startsWith("The security requirements to use for the request") ||
    (row.name === "security" && row.description === "" && /security\]?\]\(/i.test(row.type))
  );
}

/**
 * Whether a row takes credentials in a header that has no other use. People list it with each operation; a caller gives them
 * to the client once.
 */
export function isCredential({ name, location }: Row): boolean {
  return location === "header" && /^(?:authorization|(?:x[-_])?api[-_]?key)$/i.test(name);
}
