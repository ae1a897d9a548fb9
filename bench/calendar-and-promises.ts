import { DateTime } from "luxon";
import { worldOf } from "@/db/seed/world";
import { job } from "@/lib/entry/job";
import { countMonths } from "@/lib/sla/commands/count-months";
import { step } from "@/scripts/supervisor/progress";
import type { Stops } from "@/scripts/supervisor/supervise";
import { visitOnce } from "./parts/crowd";
import { fillTime } from "./parts/fill-time";
import { largeInstallation, type Visitor } from "./parts/installation";
import { report } from "./parts/report";
import { durationText, quantile, ratioText } from "./parts/statistics";

const programmes = 1000;
const few = { sessions: 10, clocks: 10, first: 0 };
const many = { sessions: 10_000, clocks: 100_000, first: 10 };
const visits = 40;

/** What the pages of the calendar and of promises cost with ten sessions and ten promises, and then in the same installation with very many. */
export async function run(project: string, stops: Stops): Promise<void> {
  const here = await largeInstallation(project, stops, programmes);
  const [consultant] = here.consultants;
  const { administrator } = here;
  if (!consultant) throw new Error("Nobody holds sessions.");
  const pages: { what: string; visitor: Visitor; path: string; proof: string }[] = [
    { what: "A consultant's week", visitor: consultant, path: "/sessions?view=week", proof: "Book session" },
    { what: "A consultant's month", visitor: consultant, path: "/sessions?view=month", proof: "Book session" },
    {
      ...{ what: "A month of theirs without a session", visitor: consultant },
      ...{ path: `/sessions?view=month&date=${DateTime.now().plus({ years: 1 }).toISODate()}`, proof: "Book session" },
    },
    { what: "A consultant's agenda", visitor: consultant, path: "/sessions?view=agenda", proof: "Book session" },
    { what: "A consultant's home", visitor: consultant, path: "", proof: "Waiting" },
    { what: "A consultant's promises", visitor: consultant, path: "/clocks", proof: "Promises that are measured" },
    { what: "All promises", visitor: administrator, path: "/clocks", proof: "Promises that are measured" },
    {
      ...{ what: "Promises that were kept, page one", visitor: administrator },
      ...{ path: "/clocks?f.standing=kept", proof: "Promises that are measured" },
    },
    {
      ...{ what: "How many were kept, by who answers", visitor: administrator },
      ...{ path: "/clocks/compliance?by=responsible", proof: "In time" },
    },
    { what: "An administrator's home", visitor: administrator, path: "", proof: "<main" },
  ];
  const measured = async () => {
    const found: number[] = [];
    for (const { what, visitor, path, proof } of pages) {
      const page = { address: `${here.home}${path}`, proof };
      const times: number[] = [];
      for (let visit = 0; visit < visits; visit += 1) {
        const seen = await visitOnce(page, [visitor]);
        if (seen.errors > 0) throw new Error(`${what}: ${seen.firstError}`);
        // The first loads what a server that runs has loaded.
        if (visit > 0) times.push(...seen.times);
      }
      found.push(quantile(times, 0.5));
    }
    return found;
  };
  const { ids } = worldOf("north");
  /** What a night later stands there: months that are over are counted. */
  const night = () => here.work(() => job(ids.organisationId, "bench").whileMore(countMonths));
  await here.fill((client) => fillTime(client, ids, few));
  await night();
  const beside = await measured();
  await step(`${many.sessions.toLocaleString("en")} sessions and ${many.clocks.toLocaleString("en")} promises`, () =>
    here.fill((client) => fillTime(client, ids, many)),
  );
  await night();
  const ours = await measured();
  await report(project, {
    title: "Calendar and promises",
    about: `${programmes.toLocaleString("en")} programmes of one organisation, 100 a consultant, with ${many.sessions.toLocaleString("en")} sessions (1,000 of each consultant in four
months) and ${many.clocks.toLocaleString("en")} promises, and before that with ten of each. One person opens each page ${visits - 1} times; the middle one, to the last byte.
Where there are few, the week, month and agenda show one session and the lists ten promises at most; where there are many, full weeks and fifty promises, and what is drawn costs
more than what is asked of Postgres. A month without a session shows the same on both sides. How many were kept is added up from months that are over, and counted from the days around them.`,
    columns: ["very many", "ten"],
    rows: pages.map(({ what }, place) => ({
      what,
      ...{ ours: durationText(ours[place]!), beside: durationText(beside[place]!) },
      ...{ ratio: ratioText(ours[place]! / beside[place]!), goal: "≤ 1.5" },
    })),
  });
}
