import { times } from "./chats.mjs";

function vessel(index) {
  return {
    mmsi: `2446${String(index).padStart(5, "0")}`,
    object: "vessel",
    name: `Zeevonk ${index}`,
    call_sign: index % 5 === 0 ? null : `PC${index}`,
    type: ["cargo", "tanker", "passenger_ferry", "tug", "icebreaker"][index % 5],
    status: ["moored", "at_anchor", "under_way"][index % 3],
    ice_class: 1 + (index % 4),
    gross_tonnage: 28_372 + index,
    draught: 9.4,
    pilot_required: index % 2 === 0,
    last_seen_at: instant(index),
    built_on: "1998-05-20",
    flagged_at: index % 7 === 0 ? null : instant(index + 60),
    tags: ["reefer", "twin-screw"],
    crew_counts: { deck: 11, engine: 6 },
    location: { latitude: 51.9556, longitude: 4.1367 + index / 100, heading: index % 360, port_id: "port_rtm" },
    convoy: { name: "north", convoys: [{ name: "ice", convoys: [], lead_mmsi: null }], lead_mmsi: "244660000" },
    reference: index % 2 === 0 ? `NL-${index}` : index,
    cargo: index % 3 === 0 ? "coal" : times(3, cargoItem),
    dues_paid: "1834.50",
    last_event: events[index % 3](index),
  };
}

function cargoItem(index) {
  return { description: `pallet ${index}`, un_number: 1203 + index, weight: 12.5 };
}

const events = [
  (index) => ({ type: "arrived", mmsi: "244660000", port, arrived_at: instant(index) }),
  (index) => ({
    type: "departed",
    mmsi: "244660000",
    port_id: "port_rtm",
    departed_at: instant(index),
    next_port_id: null,
  }),
  (index) => ({
    type: "position_changed",
    mmsi: "244660000",
    from: { latitude: 51.9, longitude: 4.1, heading: null },
    to: { latitude: 52, longitude: 4.2, heading: 270 },
    speed_knots: 12.5,
    changed_at: instant(index),
  }),
];

const port = {
  id: "port_rtm",
  name: "Rotterdam",
  un_locode: "NLRTM",
  location: { latitude: 51.9556, longitude: 4.1367, heading: null },
  time_zone: "Europe/Amsterdam",
  depths: { maas: 22.5, waal: 14 },
};

function instant(seconds) {
  return new Date(1_740_821_400_000 + seconds * 1000).toISOString();
}

/** A list of 100 objects with objects, unions, dates and enumerations in them, as `VesselPage` is documented. */
export const vessels = {
  "100 vessels": JSON.stringify({ vessels: times(100, vessel), next_cursor: "c_100", total_count: 4120 }),
};
