import "server-only";
import { sql } from "drizzle-orm";
import { landings } from "@/db/schema/landings";
import { programmes } from "@/db/schema/programmes";
import { endedStates } from "@/lib/programmes/lifecycle";
import type { Definition } from "@/lib/reports/definitions/definition";
import { clock, dayOf } from "@/lib/reports/sources";

const ended = sql`${programmes.state} in (${sql.join(
  endedStates.map((state) => sql`${state}`),
  sql`, `,
)}) and ${programmes.activatedAt} is not null`;

/** The day on which a programme stopped counting: its landing, else its end, else today. */
const lastDay = sql`coalesce(${landings.acceptedOn}, ${dayOf(sql`${programmes.endedAt}`)}, ${clock.today})`;
const landed = sql`${landings.id} is not null`;
const activatedWithin = { by: "within", column: sql`${programmes.activatedAt}`, type: "moment" } as const;

export const landingRate: Definition = {
  ...{ key: "landing-rate", version: 1, since: "2026-11-21", subject: "programmes", unit: "share", better: "more" },
  counted: {
    ...{ by: "within", type: "date", where: ended },
    column: sql`coalesce(${landings.acceptedOn}, ${dayOf(sql`${programmes.endedAt}`)})`,
  },
  measure: { kind: "share", met: () => landed },
  columns: ["executive", "consultant", "sponsor", "state", "landedOn", "endedOn"],
};

export const timeFromActivation: Definition = {
  ...{ key: "time-to-landing", version: 1, since: "2026-11-21", subject: "programmes", unit: "months", better: "less" },
  counted: { ...activatedWithin, where: sql`true` },
  measure: {
    kind: "survival",
    time: sql`greatest(${lastDay} - ${dayOf(sql`${programmes.activatedAt}`)}, 0)`,
    event: landed,
  },
  columns: ["executive", "consultant", "sponsor", "state", "activatedOn", "landedOn", "daysFromActivation"],
};

export const timeFromNotice: Definition = {
  ...{
    key: "time-from-notice",
    version: 1,
    since: "2026-11-21",
    subject: "programmes",
    unit: "months",
    better: "less",
  },
  counted: { ...activatedWithin, where: sql`${programmes.noticeOn} is not null` },
  measure: { kind: "survival", time: sql`greatest(${lastDay} - ${programmes.noticeOn}, 0)`, event: landed },
  columns: ["executive", "consultant", "sponsor", "state", "noticeOn", "landedOn", "daysFromNotice"],
};

const landedWithin = { by: "within", column: sql`${landings.acceptedOn}`, type: "date" } as const;

export const payReplacement: Definition = {
  ...{ key: "pay-replacement", version: 1, since: "2026-11-21", subject: "programmes", unit: "share", better: "more" },
  counted: { ...landedWithin, where: sql`${landings.replacementRatio} is not null` },
  measure: { kind: "median", value: sql`${landings.replacementRatio}` },
  columns: ["executive", "consultant", "sponsor", "landedOn", "replacement"],
};

const answered = sql`${landings.satisfaction} is not null`;

export const satisfaction: Definition = {
  ...{ key: "satisfaction", version: 1, since: "2026-11-21", subject: "programmes", unit: "score", better: "more" },
  counted: { ...landedWithin, where: answered },
  measure: { kind: "mean", value: sql`${landings.satisfaction}` },
  columns: ["executive", "consultant", "sponsor", "landedOn", "satisfaction"],
};

export const promoters: Definition = {
  ...{ key: "promoters", version: 1, since: "2026-11-21", subject: "programmes", unit: "points", better: "more" },
  counted: { ...landedWithin, where: answered },
  measure: { kind: "net", value: sql`${landings.satisfaction}`, above: 9, below: 6 },
  columns: ["executive", "consultant", "sponsor", "landedOn", "satisfaction"],
};
