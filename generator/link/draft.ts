import type {
  EnumSighting,
  EnumValueSighting,
  ErrorSighting,
  FieldSighting,
  NeutralType,
  ObjectSighting,
  OperationSighting,
  ReadmeSighting,
  UnionSighting,
} from "../dialects/sighting.ts";
import type { ModelId, Place } from "../ir/index.ts";

/**
 * The docs of one API with their pages joined: references are ids, and each thing holds the list of its sightings,
 * first the one whose page path sorts first. Nothing is decided, and disagreement is kept.
 */
export interface Draft {
  /** In the order of their page paths. */
  readonly models: readonly DraftModel[];
  /** In the order of page path, then of the page's bullets. */
  readonly operations: readonly DraftOperation[];
  readonly readmes: readonly ReadmeSighting[];
  /** What the author of the API says of it and of its resources, each text once. */
  readonly overviews: readonly { readonly text: string; readonly place: Place }[];
}

/** A type whose names are resolved. */
export type LinkedType =
  | Exclude<NeutralType, { readonly kind: "list" | "map" | "nullable" | "union" | "stream" | "name" }>
  | { readonly kind: "list"; readonly item: LinkedType }
  | { readonly kind: "map"; readonly value: LinkedType }
  | { readonly kind: "nullable"; readonly of: LinkedType }
  | { readonly kind: "union"; readonly members: readonly LinkedType[] }
  | { readonly kind: "stream"; readonly framing: "sse" | "json-lines"; readonly item: LinkedType }
  | { readonly kind: "reference"; readonly id: ModelId }
  /** The document is not there; `name` is what the cell calls it. */
  | { readonly kind: "missing"; readonly name: string };

export type DraftModel = DraftObject | DraftEnum | DraftUnion;

interface DraftSchema<S> {
  readonly id: ModelId;
  readonly title: string;
  readonly namespace: string;
  readonly page: string;
  /** What each dialect's page says; at least one. */
  readonly sightings: readonly [S, ...S[]];
}

export interface DraftObject extends DraftSchema<ObjectSighting> {
  readonly kind: "object";
  /** Joined by words, in the order of the first table that has them. */
  readonly fields: readonly DraftField[];
  /** One per sighting that has the pseudo-row for undocumented properties. */
  readonly additional: readonly LinkedType[];
}

export interface DraftField {
  readonly words: readonly string[];
  /** At least one. */
  readonly sightings: readonly [LinkedField, ...LinkedField[]];
}

export interface LinkedField extends Omit<FieldSighting, "type"> {
  readonly type: LinkedType;
  /** The members that are left of the union that the cell names, where errors among them went to those of the operation. */
  readonly remaining?: readonly Place[];
  readonly dialect: ObjectSighting["dialect"];
}

export interface DraftEnum extends DraftSchema<EnumSighting> {
  readonly kind: "enum";
  readonly values: readonly EnumValueSighting[];
}

export interface DraftUnion extends DraftSchema<UnionSighting> {
  readonly kind: "union";
  readonly members: readonly DraftMember[];
}

export interface DraftMember extends Omit<UnionSighting["members"][number], "type"> {
  readonly type: LinkedType;
}

export interface DraftOperation {
  /** The documented operation id; without one, the accessor and the method in camel case. */
  readonly id: string;
  /** Whether a document states the id. */
  readonly idStated: boolean;
  /** The accessor path, outermost first; each in words joined by a space. */
  readonly group: readonly string[];
  readonly words: readonly string[];
  readonly page: string;
  readonly place: Place;
  readonly sightings: readonly [OperationSighting, ...OperationSighting[]];
  readonly parameters: readonly DraftField[];
  /** The row that holds the whole request. */
  readonly request: DraftField | null;
  readonly responses: readonly { readonly type: LinkedType; readonly place: Place }[];
  readonly errors: readonly DraftError[];
}

export interface DraftError extends Omit<ErrorSighting, "type"> {
  readonly type: LinkedType;
  /** That no table of errors lists it. */
  readonly amongAnswers?: true;
}
