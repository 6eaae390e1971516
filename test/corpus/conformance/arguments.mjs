// A request as it is on the wire, as the argument of a method: the names and the types of the package. The package writes
// it back for the server, so that its names, its places and its encodings are what is tried.

/** `undocumented` names what the package has no member for. */
export function argumentOf(surface, { operation, request }, wire) {
  const undocumented = [];
  const convert = (type, value, at) => programValue({ surface, undocumented }, type, value, at);
  if (request.kind === "none") return { given: [], undocumented: namesOf(wire) };
  const { body } = operation;
  const content = body === null || wire.body === undefined ? undefined : convert(body.type, wire.body, "body");
  if (body === null && wire.body !== undefined) undocumented.push("body");
  if (request.kind === "body") {
    undocumented.push(...wire.parameters.map(spelled));
    return { given: content === undefined ? [] : [content], undocumented };
  }
  const members = wire.parameters.flatMap((one) => {
    const found = request.parameters.find(({ parameter }) => isSame(parameter, one, operation));
    if (found === undefined) undocumented.push(spelled(one));
    return found === undefined ? [] : [[found.name, convert(found.parameter.type.value, one.value, one.name)]];
  });
  const argument = {
    ...Object.fromEntries(members),
    ...(content !== undefined && (request.bodyName === undefined ? content : { [request.bodyName]: content })),
  };
  return { given: Object.keys(argument).length === 0 ? [] : [argument], undocumented };
}

function namesOf({ parameters, body }) {
  return [...parameters.map(spelled), ...(body === undefined ? [] : ["body"])];
}

function spelled({ location, name }) {
  return `${location} ${name}`;
}

/** Variables of a path are the same by where they stand in it: their names are not on the wire. */
function isSame({ location, wireName }, one, operation) {
  if (location.value !== one.location) return false;
  if (one.location !== "path" || one.at === undefined) return wireName.value === one.name;
  return variablesOf(operation.route.value.path)[one.at] === wireName.value;
}

export function variablesOf(path) {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
}

function programValue(context, type, value, at) {
  if (value === null || value === undefined) return value;
  switch (type.kind) {
    case "date-time":
      return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? new Date(value) : value;
    case "bytes":
      return typeof value === "string" ? new Uint8Array(Buffer.from(value, "base64")) : value;
    case "nullable":
      return programValue(context, type.of, value, at);
    case "list":
      return Array.isArray(value) ? value.map((item) => programValue(context, type.item, item, `${at}[]`)) : value;
    case "map":
      return isObject(value)
        ? mapped(value, (item, key) => programValue(context, type.value, item, `${at}.${key}`))
        : value;
    case "union":
      return memberValue(context, type.members, value, at);
    case "reference":
      return modelValue(context, context.surface.modelOf(type.id), value, at);
    default:
      return value;
  }
}

function modelValue(context, model, value, at) {
  if (model?.kind === "union") {
    const types = model.members.map(({ type }) => type);
    return memberValue(context, types, value, at);
  }
  if (model?.kind !== "object" || !isObject(value)) return value;
  const { members, rest } = context.surface.membersOf(model.id);
  const known = [];
  const others = {};
  for (const [key, item] of Object.entries(value)) {
    const member = members.get(key);
    if (member !== undefined)
      known.push([member.name, programValue(context, member.property.type.value, item, `${at}.${key}`)]);
    else if (rest !== undefined) others[key] = programValue(context, model.additional, item, `${at}.${key}`);
    else context.undocumented.push(`${at}.${key}`);
  }
  return { ...Object.fromEntries(known), ...(Object.keys(others).length > 0 && { [rest]: others }) };
}

/** Of the members that the value fits, the one that knows most of it; where it fits none, the first that could be meant. */
function memberValue({ surface, undocumented }, types, value, at) {
  const tried = types.map((type) => {
    const lost = [];
    return {
      fits: surface.fits(type, value),
      lost,
      given: programValue({ surface, undocumented: lost }, type, value, at),
    };
  });
  const [best] = tried.sort((one, other) => other.fits - one.fits || one.lost.length - other.lost.length);
  undocumented.push(...(best?.lost ?? []));
  return best?.given ?? value;
}

function mapped(value, convert) {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item, key)]));
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
