import "server-only";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { civilDate } from "@/lib/programmes/dates";
import { definitionOf } from "@/lib/reports/definitions/all";
import type { Definition, Unit } from "@/lib/reports/definitions/definition";
import { measure, whole, type Measured } from "@/lib/reports/measure";
import { readPeriod, type Period } from "@/lib/reports/period";
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

/** The period that a text asks for, as today has it in the organisation. */
export const periodOf = ({ now, organisation }: Pick<QueryContext, "now" | "organisation">, text: string | undefined) =>
  readPeriod(text, civilDate(now, organisation.timeZone));

const nothing: Measured = { counted: 0, met: null, value: null };

/** One figure of a period and of the one before. */
export async function figureOf(
  context: QueryContext,
  definition: Definition,
  period: Period,
  scope: FigureScope,
): Promise<Figure> {
  const { key, version, unit, better } = definition;
  const known = definition.counted.by === "within" || definition.counted.pastIsKnown;
  const now = await measure(context, definition, period, scope);
  const before = known ? await measure(context, definition, period.before, scope) : null;
  return {
    ...{ key, version, unit, better },
    now: now.get(whole) ?? nothing,
    before: before && (before.get(whole) ?? nothing),
  };
}

/** One figure of a period beside the period before, and by unit where it is broken down. Unknown figures are not found. */
export const figure = query({
  name: "reports.figure",
  permission: "reports:read",
  input: FigureInput,
  example: () => ({ figure: "landing-rate" }),
  async run(context, { figure: key, period: text, scope = {}, by }) {
    const definition = definitionOf(key);
    if (!definition) throw notFound("this figure");
    if (by === "month" && definition.counted.by === "at")
      throw new Refusal("invalid", "This figure holds at a moment, so it has no months.", "by");
    const period = periodOf(context, text);
    const units = by ? [...(await measure(context, definition, period, scope, by))] : [];
    return {
      ...{ period, figure: await figureOf(context, definition, period, scope) },
      units: units.map(([unit, measured]) => ({ unit, ...measured })),
    };
  },
});
