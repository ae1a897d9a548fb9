import { z } from "zod";

/** What figures can be broken down by. */
export const dimensions = ["consultant", "sponsor", "industry", "package", "phase", "month"] as const;
export type Dimension = (typeof dimensions)[number];

/** Whose programmes count: absent means all that the actor sees. */
export const FigureScope = z.strictObject({
  consultantId: z.uuid("Choose a consultant from the list.").optional(),
  sponsor: z.string().min(1).max(200).optional(),
  industry: z.string().min(1).max(200).optional(),
  packageId: z.uuid("Choose a package from the list.").optional(),
});
export type FigureScope = z.infer<typeof FigureScope>;

/** A period by its name (`12m`) or as two days (`2026-01-01..2026-03-31`). */
export const PeriodText = z.string().max(40);

/** What a period is compared with: `year` (the same days a year before) or two days; absent: the period right before. */
const CompareText = z.string().max(40);

export const FigureInput = z.strictObject({
  figure: z.string().max(60),
  period: PeriodText.optional(),
  compare: CompareText.optional(),
  scope: FigureScope.optional(),
  by: z.enum(dimensions).optional(),
});

export const DashboardInput = z.strictObject({
  period: PeriodText.optional(),
  compare: CompareText.optional(),
  scope: FigureScope.optional(),
});
