import type { Invitation } from "../write-calendar";

/** A meeting in Zurich on a Tuesday in November, otherwise than is said. */
export const someEvent = (more: Partial<Invitation> = {}): Invitation => ({
  uid: "session-1@landfall.example",
  sequence: 0,
  stamp: new Date("2026-11-22T10:00:00Z"),
  start: new Date("2026-11-24T09:00:00Z"),
  end: new Date("2026-11-24T10:00:00Z"),
  timeZone: "Europe/Zurich",
  summary: "First session",
  organizer: { name: "Ruth Keller", mail: "ruth@firm.example" },
  attendees: [{ name: "Jan Novák", mail: "jan@mail.example" }],
  ...more,
});

/** Zones whose clocks change in different ways, and such whose clocks do not. */
export const someZones = ["America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Europe/Zurich"];
