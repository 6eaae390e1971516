// One call of an emitted package, and what came of it.

/** `refused` says why the server did not take the request, `issues` what the decoder has to say of the answer. */
export async function callMethod(library, surface, method, given, { url, prefer }) {
  const found = { refused: [], issues: [], sent: null };
  const client = new library[surface.className]({
    ...credentials(surface),
    baseUrl: url,
    headers: { prefer },
    validate: "lenient",
    retries: 0,
    timeout: 20_000,
    onIssue: ({ path, expected, received }) => found.issues.push(`${path}: expected ${expected}, received ${received}`),
    fetch: async (request) => {
      found.sent = await described(request.clone());
      const response = await fetch(request);
      found.refused = refusalOf(response);
      return response;
    },
  });
  const name = method.way.at(-1);
  const resource = method.way.slice(0, -1).reduce((at, property) => at[property], client);
  try {
    await resource[name](...given);
  } catch (error) {
    // What the server says of the request says more than the error that it answers with.
    if (found.sent === null) found.refused.push(`nothing was sent: ${error.message}`);
    else if (found.refused.length === 0) found.issues.push(`${error.name}: ${error.message}`);
  }
  return found;
}

/** Whatever the scheme, under the names that the options of the client have. */
function credentials({ api }) {
  const names = api.security.value.map(({ words: [first = "", ...rest] }) =>
    [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(""),
  );
  return Object.fromEntries([...names, "username", "password"].map((name) => [name, "secret"]));
}

async function described(request) {
  const { method, headers } = request;
  const { searchParams } = new URL(request.url);
  const text = await request.text();
  const isJson = /json/.test(headers.get("content-type") ?? "");
  return {
    method,
    url: request.url,
    query: [...searchParams.keys()],
    body: isJson && text !== "" ? JSON.parse(text) : text,
  };
}

/** The server's own list of what its contract does not allow. */
function refusalOf(response) {
  const violations = JSON.parse(response.headers.get("sl-violations") ?? "[]");
  const errors = violations.filter(({ severity, location: [where] }) => severity === "Error" && where === "request");
  if (errors.length > 0) return errors.map(({ message }) => message);
  return response.ok ? [] : [`the server answers ${response.status}`];
}
