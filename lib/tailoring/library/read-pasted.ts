import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { parsePoints } from "@/lib/tailoring/points/parse-points";
import type { ReadPoints } from "@/lib/tailoring/points/points";
import { readPointsJson } from "@/lib/tailoring/points/read-points-json";

/** Points that somebody pasted: as people write them, or as a program does, in JSON. `own` are the organisation's technologies. */
export const readPasted = (text: string, own: readonly OwnTechnology[] = []): ReadPoints =>
  /^\s*(?:\{|\[\s*[[{"])/.test(text) ? readPointsJson(text) : parsePoints(text, own);
