import { z } from "zod";
import { renamed } from "./rename.mjs";

// The same work as the emitted decoder: see zod.mjs. Dates become `Date`.

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const object = (fields) => z.looseObject(fields).transform(renamed(fields));

const location = object({
  latitude: z.number(),
  longitude: z.number(),
  heading: z.int().nullable(),
  port_id: z.string().optional(),
});

const convoy = object({
  name: z.string(),
  convoys: z.array(z.lazy(() => convoy)),
  lead_mmsi: z.string().nullish(),
});

const port = object({
  id: z.string(),
  name: z.string(),
  un_locode: z.string(),
  location,
  time_zone: z.string(),
  depths: z.record(z.string(), z.number()),
  website_url: z.string().optional(),
});

const event = z.discriminatedUnion("type", [
  object({ type: z.literal("arrived"), mmsi: z.string(), port, arrived_at: instant }),
  object({
    type: z.literal("departed"),
    mmsi: z.string(),
    port_id: z.string(),
    departed_at: instant,
    next_port_id: z.string().nullable(),
  }),
  object({
    type: z.literal("position_changed"),
    mmsi: z.string(),
    from: location,
    to: location,
    speed_knots: z.number().optional(),
    changed_at: instant,
  }),
]);

const cargoItem = z
  .looseObject({ description: z.string(), un_number: z.int().optional(), weight: z.number() })
  .transform(({ description, un_number: unNumber, weight, ...additionalProperties }) => ({
    description,
    unNumber,
    weight,
    additionalProperties,
  }));

const vessel = object({
  mmsi: z.string(),
  object: z.literal("vessel"),
  name: z.string(),
  call_sign: z.string().nullable(),
  type: z.string(),
  status: z.enum(["moored", "at_anchor", "under_way"]),
  ice_class: z.literal([1, 2, 3, 4]).optional(),
  gross_tonnage: z.int(),
  draught: z.number(),
  pilot_required: z.boolean(),
  last_seen_at: instant,
  built_on: z.iso.date().nullish(),
  flagged_at: instant.nullish(),
  home_port_id: z.string().optional(),
  remarks: z.string().nullish(),
  tags: z.array(z.string()),
  crew_counts: z.record(z.string(), z.int()).nullish(),
  port_calls: z.record(z.string(), z.array(z.string())).nullish(),
  location: location.nullish(),
  convoy: convoy.optional(),
  reference: z.union([z.string(), z.int()]).optional(),
  cargo: z.union([z.string(), z.array(cargoItem)]),
  dues_paid: z.string(),
  transponder_data: z.optional(z.unknown()),
  last_event: event.optional(),
  owner_name: z.string().optional(),
});

const page = object({ vessels: z.array(vessel), next_cursor: z.string().nullable(), total_count: z.int().optional() });

export function decodeWithZod(input) {
  return page.parse(input);
}
