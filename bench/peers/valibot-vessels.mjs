import * as v from "valibot";
import { renamed } from "./rename.mjs";

// The same work as the emitted decoder: see valibot.mjs. Dates become `Date`.

const integer = v.pipe(v.number(), v.safeInteger());
const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);
const object = (fields) => v.pipe(v.looseObject(fields), v.transform(renamed(fields)));

const location = object({
  latitude: v.number(),
  longitude: v.number(),
  heading: v.nullable(integer),
  port_id: v.optional(v.string()),
});

const convoy = object({
  name: v.string(),
  convoys: v.array(v.lazy(() => convoy)),
  lead_mmsi: v.nullish(v.string()),
});

const port = object({
  id: v.string(),
  name: v.string(),
  un_locode: v.string(),
  location,
  time_zone: v.string(),
  depths: v.record(v.string(), v.number()),
  website_url: v.optional(v.string()),
});

const event = v.variant("type", [
  object({ type: v.literal("arrived"), mmsi: v.string(), port, arrived_at: instant }),
  object({
    type: v.literal("departed"),
    mmsi: v.string(),
    port_id: v.string(),
    departed_at: instant,
    next_port_id: v.nullable(v.string()),
  }),
  object({
    type: v.literal("position_changed"),
    mmsi: v.string(),
    from: location,
    to: location,
    speed_knots: v.optional(v.number()),
    changed_at: instant,
  }),
]);

const cargoItem = v.pipe(
  v.looseObject({ description: v.string(), un_number: v.optional(integer), weight: v.number() }),
  v.transform(({ description, un_number: unNumber, weight, ...additionalProperties }) => ({
    description,
    unNumber,
    weight,
    additionalProperties,
  })),
);

const vessel = object({
  mmsi: v.string(),
  object: v.literal("vessel"),
  name: v.string(),
  call_sign: v.nullable(v.string()),
  type: v.string(),
  status: v.picklist(["moored", "at_anchor", "under_way"]),
  ice_class: v.optional(v.picklist([1, 2, 3, 4])),
  gross_tonnage: integer,
  draught: v.number(),
  pilot_required: v.boolean(),
  last_seen_at: instant,
  built_on: v.nullish(v.pipe(v.string(), v.isoDate())),
  flagged_at: v.nullish(instant),
  home_port_id: v.optional(v.string()),
  remarks: v.nullish(v.string()),
  tags: v.array(v.string()),
  crew_counts: v.nullish(v.record(v.string(), integer)),
  port_calls: v.nullish(v.record(v.string(), v.array(v.string()))),
  location: v.nullish(location),
  convoy: v.optional(convoy),
  reference: v.optional(v.union([v.string(), integer])),
  cargo: v.union([v.string(), v.array(cargoItem)]),
  dues_paid: v.string(),
  transponder_data: v.optional(v.unknown()),
  last_event: v.optional(event),
  owner_name: v.optional(v.string()),
});

const page = object({
  vessels: v.array(vessel),
  next_cursor: v.nullable(v.string()),
  total_count: v.optional(integer),
});

export function decodeWithValibot(input) {
  return v.parse(page, input);
}
