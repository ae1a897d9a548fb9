import { addBusinessSeconds } from "@/lib/business-time/business-time";
import { usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import { holidaysOf } from "@/lib/business-time/holidays";
import { addedByTheMinute } from "@/lib/business-time/testing/by-the-minute";
import { step } from "@/scripts/supervisor/progress";
import { report } from "./parts/report";
import { sequence } from "./parts/sequence";
import { ratioText } from "./parts/statistics";

const years = 10;
const computed = 200_000;
const walked = 200;
const hour = 3600;
const begin = Date.UTC(2024, 0, 1);

/**
 * When something is due that came at any moment of ten years and may take up to twenty business days: by the product, and by walking from minute to minute, on one core.
 */
export async function run(project: string): Promise<void> {
  const holidays = await holidaysOf({ country: "CH", region: "ZH" });
  const calendar = (): BusinessCalendar => ({
    ...{ timeZone: "Europe/Zurich", holidays, closures: [{ from: "2026-12-24", to: "2027-01-03" }], openings: [] },
    week: usualWeek.map((day) =>
      day.length > 0
        ? [
            { from: 8 * 60, to: 12 * 60 },
            { from: 13 * 60, to: 17 * 60 },
          ]
        : [],
    ),
  });
  const random = sequence();
  const cases = Array.from({ length: computed }, () => ({
    from: begin + Math.floor(random() * years * 365.25 * 86_400) * 1000,
    seconds: 1 + Math.floor(random() * 160 * hour),
  }));
  const all = (fresh: BusinessCalendar) => {
    for (const { from, seconds } of cases) addBusinessSeconds(new Date(from), seconds, fresh);
  };
  const [ours, beside] = await step(`${computed.toLocaleString("en")} due moments`, () => {
    all(calendar());
    const rate = computed / secondsOf(() => all(calendar()));
    const obvious = calendar();
    const few = cases.slice(0, walked);
    const slow =
      walked / secondsOf(() => few.forEach(({ from, seconds }) => addedByTheMinute(from, seconds, obvious, 90 * 1440)));
    return Promise.resolve([rate, slow] as const);
  });
  await report(project, {
    title: "Business time",
    about: `Moments at which something is due, by a calendar of ${years} years with holidays, a closure and lunch, on one core; the calendar's years are worked out anew within the time. Beside it the same by looking at each minute, as the tests do.`,
    columns: ["ours", "beside"],
    rows: [
      {
        ...{ what: "Due moments a second", ours: ours.toFixed(0), beside: beside.toFixed(0) },
        ...{ ratio: ratioText(ours / beside), goal: "≥ 20,000 a second" },
      },
    ],
  });
}

function secondsOf(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
