/** Where somebody who takes part in a session stands. */
export const placeStates = ["booked", "waiting", "cancelled", "attended", "no_show"] as const;
export type PlaceState = (typeof placeStates)[number];

/** Those that take a place: who did not come had one too. Who waits, or gave it up, has none. */
export const taking = ["booked", "attended", "no_show"] as const satisfies readonly PlaceState[];

export const takesPlace = (state: string): boolean => (taking as readonly string[]).includes(state);
