import type { PointGroup } from "./points";

/** Points as text that {@link parsePoints} reads back: a heading for each technology, a dash for each point. */
export const printPoints = (groups: readonly PointGroup[]): string =>
  groups
    .map(({ technology, points }) => [`## ${technology}`, ...points.map((point) => `- ${point}`)].join("\n"))
    .join("\n\n");
