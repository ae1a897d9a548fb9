import "server-only";
import { module } from "@/lib/platform/module";
import { moveRows, phaseRows, programmeRows, taskRows } from "@/lib/reports/lists";
import { figureChoices } from "@/lib/reports/queries/choices";
import { dashboard } from "@/lib/reports/queries/dashboard";
import { figure } from "@/lib/reports/queries/figure";
import { workFigures } from "@/lib/reports/queries/work-figures";

/** Figures over the programmes that one sees, and the rows behind each. Holds no tables: it reads those of the modules below. */
export const reportsModule = module({
  key: "reports",
  commands: [],
  queries: [dashboard, figure, figureChoices, workFigures],
  lists: [moveRows, phaseRows, programmeRows, taskRows],
  navigation: [
    {
      ...{ key: "figures", path: "/figures", icon: "chart-line", permission: "reports:read" },
      ...{ group: "looking-back", position: 10 },
    },
  ],
});
