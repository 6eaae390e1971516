import type { Fence, ModelSection, Page, Row } from "../../generator/docs/index.ts";

/** A place of a page, and the text that must stand there. */
interface Claim {
  readonly place: string;
  readonly text: string;
}

/** Where the places of a page do not hold what the page says of them; empty where all is well. */
export function misplaced(page: Page, text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const standsAt = ({ place, text }: Claim): boolean => {
    const { line, column } = page.positions.get(place.slice(page.path.length + 1)) ?? { line: 0, column: 0 };
    const [first = "", ...rest] = text.split("\n");
    const found = bare(lines[line - 1]?.slice(column - 1) ?? "");
    return found.startsWith(bare(first)) && rest.every((wanted, index) => lines[line + index]?.endsWith(wanted));
  };
  return claimsOf(page)
    .filter((claim) => !standsAt(claim))
    .map(({ place, text }) => `${place}: ${text}`);
}

/** Without what decorates names, and without the escapes of cells. */
function bare(text: string): string {
  return text
    .replaceAll(/\\([|*])/g, "$1")
    .replace(/^[\s#~`$*]+/, "")
    .replace(/[\s~`]+$/, "");
}

function ofSection(model: ModelSection): readonly Claim[] {
  if (model.kind === "model") return model.rows.flatMap(ofRow);
  if (model.kind === "enum") return model.values.map(({ place, raw }) => ({ place, text: raw }));
  return model.members.map(({ place, heading }) => ({ place, text: heading }));
}

function claimsOf(page: Page): readonly Claim[] {
  switch (page.kind) {
    case "model":
      return [...page.samples.map(ofFence), ...page.rows.flatMap(ofRow)];
    case "models":
      return page.models.flatMap((model) => [{ place: model.place, text: model.title }, ...ofSection(model)]);
    case "enum":
      return [...page.samples.map(ofFence), ...page.values.map(({ place, raw }) => ({ place, text: raw }))];
    case "union":
      return [
        ...[...page.samples, ...page.members.flatMap(({ fences }) => fences)].map(ofFence),
        ...page.members.map(({ place, heading }) => ({ place, text: heading })),
      ];
    case "operations":
      return page.operations.flatMap(({ name, place, usages, parameters, errors, response }) => [
        { place, text: name },
        ...usages.flatMap(({ fences }) => fences.map(ofFence)),
        ...parameters.flatMap(ofRow),
        ...errors.map((error) => ({ place: error.place, text: error.type })),
        ...(response === null ? [] : [{ place: response.place, text: response.raw.slice(0, 3) }]),
      ]);
    case "readme":
      return page.sections.flatMap(({ fences }) => fences.map(ofFence));
    case "other":
      return [];
  }
}

function ofFence({ place, language, text }: Fence): Claim {
  return { place, text: [language, ...(text === "" ? [] : text.split("\n"))].join("\n") };
}

function ofRow({ place, name, type }: Row): readonly Claim[] {
  return [
    { place, text: name },
    { place: `${place}:name`, text: name },
    { place: `${place}:type`, text: type },
  ];
}
