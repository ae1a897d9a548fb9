import "server-only";
import { sql } from "drizzle-orm";
import { programmeFacts } from "@/db/schema/figures";
import type { Definition } from "@/lib/reports/definitions/definition";
import { clock } from "@/lib/reports/sources";

/** The day on which a programme stopped counting: its landing, else its end, else today. */
const lastDay = sql`coalesce(${programmeFacts.landedOn}, ${programmeFacts.endedOn}, ${clock.today})`;
const landed = sql`${programmeFacts.landedOn} is not null`;
const activatedWithin = { by: "within", day: sql`${programmeFacts.activatedOn}` } as const;

export const landingRate: Definition = {
  ...{ key: "landing-rate", version: 1, since: "2026-11-21", subject: "programmes", unit: "share", better: "more" },
  counted: { by: "within", day: sql`${programmeFacts.closedOn}`, where: sql`true` },
  measure: { kind: "share", met: () => landed },
  columns: ["executive", "consultant", "sponsor", "state", "landedOn", "endedOn"],
};

export const timeFromActivation: Definition = {
  ...{ key: "time-to-landing", version: 1, since: "2026-11-21", subject: "programmes", unit: "months", better: "less" },
  counted: { ...activatedWithin, where: sql`true` },
  measure: {
    kind: "survival",
    time: sql`greatest(${lastDay} - ${programmeFacts.activatedOn}, 0)`,
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
  counted: { ...activatedWithin, where: sql`${programmeFacts.noticeOn} is not null` },
  measure: { kind: "survival", time: sql`greatest(${lastDay} - ${programmeFacts.noticeOn}, 0)`, event: landed },
  columns: ["executive", "consultant", "sponsor", "state", "noticeOn", "landedOn", "daysFromNotice"],
};

const landedWithin = { by: "within", day: sql`${programmeFacts.landedOn}` } as const;

export const payReplacement: Definition = {
  ...{ key: "pay-replacement", version: 1, since: "2026-11-21", subject: "programmes", unit: "share", better: "more" },
  counted: { ...landedWithin, where: sql`${programmeFacts.replacementRatio} is not null` },
  measure: { kind: "median", value: sql`${programmeFacts.replacementRatio}` },
  columns: ["executive", "consultant", "sponsor", "landedOn", "replacement"],
};

const answered = sql`${programmeFacts.satisfaction} is not null`;

export const satisfaction: Definition = {
  ...{ key: "satisfaction", version: 1, since: "2026-11-21", subject: "programmes", unit: "score", better: "more" },
  counted: { ...landedWithin, where: answered },
  measure: { kind: "mean", value: sql`${programmeFacts.satisfaction}` },
  columns: ["executive", "consultant", "sponsor", "landedOn", "satisfaction"],
};

export const promoters: Definition = {
  ...{ key: "promoters", version: 1, since: "2026-11-21", subject: "programmes", unit: "points", better: "more" },
  counted: { ...landedWithin, where: answered },
  measure: { kind: "net", value: sql`${programmeFacts.satisfaction}`, above: 9, below: 6 },
  columns: ["executive", "consultant", "sponsor", "landedOn", "satisfaction"],
};
