import "server-only";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { definitionOf } from "@/lib/reports/definitions/all";
import type { Definition, Unit } from "@/lib/reports/definitions/definition";
import { whole, type Asked } from "@/lib/reports/breakdown";
import { measureEach, type Measured, type Units } from "@/lib/reports/measure";
import { periodOf, type Period } from "@/lib/platform/period";
import { FigureInput, type FigureScope } from "@/lib/reports/schemas";

/** A figure beside what it was in the period before. */
export interface Figure {
  key: string;
  version: number;
  unit: Unit;
  better: "more" | "less";
  now: Measured;
  /** Null where the past is not known. */
  before: Measured | null;
}

const nothing: Measured = { counted: 0, met: null, value: null };

/** Whether a figure can be told of a period that is over. */
const pastIsKnown = ({ counted }: Definition): boolean => counted.by === "within" || counted.pastIsKnown;

/** One figure of a period and of the one that it is compared with, and what else is asked of it, in one reading. */
export async function figureWith(
  context: QueryContext,
  definition: Definition,
  period: Period,
  scope: FigureScope,
  more: readonly Asked[] = [],
): Promise<{ figure: Figure; more: Units<Measured>[] }> {
  const known = pastIsKnown(definition);
  const [now, ...others] = await measureEach(context, definition, scope, [
    { range: period },
    ...(known ? [{ range: period.before }] : []),
    ...more,
  ]);
  const before = known ? (others.shift()?.get(whole) ?? nothing) : null;
  return { figure: { ...told(definition), now: now?.get(whole) ?? nothing, before }, more: others };
}

/** What a figure says of itself. */
export const told = ({ key, version, unit, better }: Definition) => ({ key, version, unit, better });

/** One figure of a period beside what it is compared with, and by unit where it is broken down. Unknown figures are not found. */
export const figure = query({
  name: "reports.figure",
  permission: "reports:read",
  input: FigureInput,
  example: () => ({ figure: "landing-rate" }),
  async run(context, { figure: key, period: text, compare, scope = {}, by }) {
    const definition = definitionOf(key);
    if (!definition) throw notFound("this figure");
    if (by === "month" && definition.counted.by === "at")
      throw new Refusal("invalid", "This figure holds at a moment, so it has no months.", "by");
    const period = periodOf(context, text, compare);
    const { figure, more } = await figureWith(context, definition, period, scope, by ? [{ range: period, by }] : []);
    const units = [...(more[0] ?? [])];
    return { period, figure, units: units.map(([unit, measured]) => ({ unit, ...measured })) };
  },
});
