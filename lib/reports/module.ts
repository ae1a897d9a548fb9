import "server-only";
import { module } from "@/lib/platform/module";
import { moveRows, phaseRows, programmeRows, sessionRows, taskRows } from "@/lib/reports/lists";
import { figureChoices } from "@/lib/reports/queries/choices";
import { comparisons } from "@/lib/reports/queries/comparisons";
import { dashboard } from "@/lib/reports/queries/dashboard";
import { figure } from "@/lib/reports/queries/figure";
import { contactFigures, courseFigures, workFigures } from "@/lib/reports/queries/work-figures";

/** Figures over the programmes that one sees, and the rows behind each. Postgres keeps what is counted (`programme_facts`). */
export const reportsModule = module({
  key: "reports",
  commands: [],
  withoutPersonalData: {
    programme_facts: "Days and numbers of programmes, which are exported and erased as what they are made of.",
  },
  queries: [comparisons, contactFigures, courseFigures, dashboard, figure, figureChoices, workFigures],
  lists: [moveRows, phaseRows, programmeRows, sessionRows, taskRows],
  navigation: [
    {
      ...{ key: "figures", path: "/figures", icon: "chart-line", permission: "reports:read" },
      ...{ group: "looking-back", position: 10 },
    },
  ],
});
