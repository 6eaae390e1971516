const departed = { type: "departed", mmsi: "244660000", portId: "port_é🦀", nextPortId: null };

/** What `smoke.mjs` has to tell, whichever runtime it ran in. */
export const want: readonly (readonly [what: string, got: unknown])[] = [
  ["json", ["Zeevonk é🦀", 28372, "2025-03-01T09:30:00.000Z", [79, 104, 97, 33]]],
  ["an answer that does not fit", [true, ["Vessel.name"]]],
  [
    "an error class",
    [true, true, "NotFound", 404, { code: "no_vessel", message: "Never heard of it", requestId: null }],
  ],
  [
    "sse",
    [
      { ...departed, departedAt: 1_740_821_400_000 },
      { ...departed, mmsi: "2", departedAt: 1_740_821_400_000 },
    ],
  ],
  [
    "json lines",
    [
      ["244660000", "port_é🦀"],
      ["2", "port_é🦀"],
    ],
  ],
  ["leaving the loop", [["244660000"], "closed"]],
  ["abort during a stream", [["244660000"], true, "closed"]],
  ["abort during a call", ["arrived", "AbortError", true, "closed"]],
  ["a timeout", ["TimeoutError", "closed"]],
  ["upload", "dawn é.png, image bytes 0,13,10,255, caption at dawn"],
  ["bytes", [true, 300_000, 0, 223]],
];
