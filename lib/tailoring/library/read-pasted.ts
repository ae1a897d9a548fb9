import { parsePoints } from "@/lib/tailoring/points/parse-points";
import type { ReadPoints } from "@/lib/tailoring/points/points";
import { readPointsJson } from "@/lib/tailoring/points/read-points-json";

/** Points that somebody pasted: as people write them, or as a program does, in JSON. */
export const readPasted = (text: string): ReadPoints =>
  /^\s*(?:\{|\[\s*[[{"])/.test(text) ? readPointsJson(text) : parsePoints(text);
