import type { opened } from "@/lib/tailoring/requirements/load";
import { amountText } from "@/lib/tailoring/requirements/amounts";
import type { RequirementFields } from "@/lib/tailoring/requirements/schemas";
import type { ratePeriods, workModes } from "@/lib/tailoring/requirements/status";

type Values = Required<RequirementFields>;

/** A requirement of which nothing is known yet. */
export const noRequirement: Values = {
  ...{ title: "", clientName: "", vendorName: "", vendorContact: "", vendorEmail: "", vendorPhone: "" },
  ...{ place: "", workMode: "", rateFrom: "", rateTo: "", currency: "EUR", ratePer: "hour" },
  ...{ startsOn: "", candidatesBy: "", teamId: "", description: "", source: "typed", sourceFileId: "" },
  skills: [{ name: "", need: "must", years: "", evidence: "" }],
};

/** A requirement as its form holds it. */
export const valuesOf = (known: ReturnType<typeof opened>): Values => ({
  ...{ title: known.title, clientName: known.clientName, vendorName: known.vendorName },
  ...{ vendorContact: known.vendorContact, vendorEmail: known.vendorEmail, vendorPhone: known.vendorPhone },
  ...{ place: known.place, workMode: known.workMode as (typeof workModes)[number] | "" },
  ...{ rateFrom: amountText(known.rateFromMinor), rateTo: amountText(known.rateToMinor), currency: known.currency },
  ratePer: known.ratePer as (typeof ratePeriods)[number],
  ...{ startsOn: known.startsOn ?? "", candidatesBy: known.candidatesBy ?? "", teamId: known.teamId ?? "" },
  ...{ description: known.description, source: known.source as "typed", sourceFileId: known.sourceFileId ?? "" },
  skills: known.skills.map(({ name, need, years, evidence }) => ({
    ...{ name, need, evidence },
    years: years === null ? "" : String(years),
  })),
});
