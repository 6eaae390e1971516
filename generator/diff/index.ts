import type { Api } from "../ir/index.ts";
import { type Change, impacts } from "./change.ts";
import { modelChanges } from "./models.ts";
import { operationChanges } from "./operations.ts";
import { packageChanges } from "./package.ts";
import { type Spelling, scopeOf } from "./scope.ts";

export { type Change, type Direction, type Impact, impacts, type Verdict, verdictOf } from "./change.ts";

/**
 * How two states of an API differ for code that uses the package: the gravest first, then in the order of the docs. What
 * is decided counts; evidence that changed and gives the same is no change.
 */
export function diffApis(before: Api, after: Api, spelling: Spelling): readonly Change[] {
  const scope = scopeOf(before, after, spelling);
  const changes = [...packageChanges(before, after), ...operationChanges(scope), ...modelChanges(scope)];
  return impacts.flatMap((impact) => changes.filter((change) => change.impact === impact));
}
