import { takesPlace, type PlaceState } from "./places";

/** A place that the programme has, or had, in a session of the kind. */
export interface EntitledPlace {
  state: PlaceState;
  /** It was given up too late, so that it is used all the same. */
  counted: boolean;
  /** How often it was moved so late that the time before counts as well. */
  lateMoves: number;
}

export interface EntitlementUse {
  used: number;
  /** Null where there is no limit. */
  left: number | null;
}

/** How many of the sessions that a programme has of a kind are used and left; null for as many as one likes. What is only held is not used yet. */
export function entitlementUse(most: number | null, places: readonly EntitledPlace[]): EntitlementUse {
  const used = places.reduce((sum, place) => sum + usedBy(place), 0);
  return { used, left: most === null ? null : Math.max(0, most - used) };
}

const usedBy = ({ state, counted, lateMoves }: EntitledPlace): number =>
  lateMoves + (takesPlace(state) || (state === "cancelled" && counted) ? 1 : 0);
