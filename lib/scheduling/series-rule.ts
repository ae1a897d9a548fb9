import type { sessionSeries } from "@/db/schema/scheduling";
import type { MonthWeek, Repeats } from "./rules/series";

type Stored = Pick<typeof sessionSeries.$inferSelect, "weeks" | "monthWeek">;

/** How often a series comes again, as its row keeps it. */
export const storedRepeats = (repeats: Repeats): Stored =>
  repeats.every === "weeks"
    ? { weeks: repeats.weeks, monthWeek: null }
    : { weeks: null, monthWeek: String(repeats.which) };

export const repeatsOf = ({ weeks, monthWeek }: Stored): Repeats =>
  weeks === null
    ? { every: "month", which: monthWeek === "last" ? "last" : (Number(monthWeek) as MonthWeek) }
    : { every: "weeks", weeks };
