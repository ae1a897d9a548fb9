import "server-only";
import { sql } from "drizzle-orm";
import type { Definition } from "@/lib/reports/definitions/definition";
import { row } from "@/lib/reports/sources";

export const interviewsPerOffer: Definition = {
  ...{
    key: "interviews-per-offer",
    version: 1,
    since: "2026-11-21",
    subject: "moves",
    unit: "interviews",
    better: "less",
  },
  counted: { by: "within", day: row.day, where: sql`true` },
  measure: { kind: "per", met: row.offer },
  columns: ["executive", "stage", "movedOn", "consultant", "sponsor"],
};
