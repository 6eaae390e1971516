import type { Fact, ModelId, ObjectRole, Place, SecurityScheme } from "../ir/index.ts";
import type { Draft, DraftModel } from "../link/draft.ts";
import { memberKeys } from "./member-keys.ts";
import { type NameEvidence, nameEvidence } from "./names/evidence.ts";
import { halPlaces } from "./names/hal.ts";
import { oauthPages } from "./names/oauth.ts";
import { type NullTwins, nullTwins } from "./null-twins.ts";
import { clientOptions } from "./operations/client-options.ts";
import { everywhere } from "./operations/everywhere.ts";
import { type RequestModels, requestModels } from "./operations/request-models.ts";
import type { Declared } from "./overrides/index.ts";
import { roleOf } from "./role.ts";
import { type SeenDates, seenDates } from "./samples/dates.ts";
import { type Observations, observe } from "./samples/observe.ts";
import { securityOf } from "./security.ts";
import { type Uses, usesOf } from "./uses.ts";

/** All that a rule may look at: the draft, what is mined from the whole of it once, and what a person declared. */
export interface Survey {
  readonly draft: Draft;
  readonly models: ReadonlyMap<ModelId, DraftModel>;
  readonly declared: Declared;
  readonly names: NameEvidence;
  readonly observations: Observations;
  /** The dates that samples show, by their keys in normal form. */
  readonly dates: ReadonlyMap<string, SeenDates>;
  readonly nullTwins: NullTwins;
  readonly uses: Uses;
  /** The ways to authenticate. */
  readonly security: Fact<readonly SecurityScheme[]>;
  readonly roles: ReadonlyMap<ModelId, Fact<ObjectRole>>;
  readonly requests: RequestModels;
  /** The pages of models whose names the standard of OAuth fixes. */
  readonly oauthPages: ReadonlySet<string>;
  /** Where the docs say that the API answers in HAL. */
  readonly halPlaces: readonly Place[];
  /** The parameters that nearly every operation may take and a sample sets on the client, by their words. */
  readonly everywhere: ReadonlyMap<string, readonly Place[]>;
  /** What samples set on the client, by its words. */
  readonly clientOptions: ReadonlyMap<string, Place>;
  /** What unions call a model where that is not its title, in normal form, by the model's page. */
  readonly memberKeys: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Looks over the whole draft once, so that rules need not. */
export function survey(draft: Draft, declared: Declared): Survey {
  const models = new Map(draft.models.map((model) => [model.id, model]));
  const uses = usesOf(draft);
  const ground = { draft, models, uses };
  const objects = draft.models.filter((model) => model.kind === "object");
  const observations = observe(draft);
  const security = securityOf(draft, declared);
  const pages = oauthPages(draft.models);
  const roles = new Map(objects.map((model) => [model.id, roleOf(model, ground)]));
  return {
    ...ground,
    declared,
    names: nameEvidence(draft, pages),
    everywhere: everywhere(draft, models),
    memberKeys: memberKeys(draft, models),
    observations,
    dates: seenDates(draft),
    nullTwins: nullTwins(draft, observations),
    roles,
    requests: requestModels(draft, models, roles),
    security,
    clientOptions: clientOptions(draft, security),
    oauthPages: pages,
    halPlaces: halPlaces(draft.operations),
  };
}

/** What the question of roles, which comes before all others, may look at. */
export type Ground = Pick<Survey, "draft" | "models" | "uses">;
