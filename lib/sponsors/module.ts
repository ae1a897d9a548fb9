import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { engagements, separationEvents, sponsors } from "@/db/schema/sponsors";
import { module } from "@/lib/platform/module";
import { createEngagement, editEngagement } from "@/lib/sponsors/commands/engagements";
import {
  assignListed,
  createSeparation,
  editListed,
  editSeparation,
  listFromFile,
  listPerson,
  unlistPerson,
} from "@/lib/sponsors/commands/separations";
import {
  addSponsorContact,
  archiveSponsor,
  createSponsor,
  editSponsor,
  removeSponsorContact,
  restoreSponsor,
} from "@/lib/sponsors/commands/sponsors";
import { engagementList, separationList, sponsorList } from "@/lib/sponsors/lists";
import { separationTarget } from "@/lib/sponsors/import-target";
import { sponsorsPersonalData } from "@/lib/sponsors/personal-data";
import { oneEngagement } from "@/lib/sponsors/queries/engagement";
import { sponsorIndustries } from "@/lib/sponsors/queries/industries";
import { oneListed, oneSeparation } from "@/lib/sponsors/queries/separation";
import { contactCandidates, oneSponsor, openEngagements, sponsorChoices } from "@/lib/sponsors/queries/sponsor";
import { engagementDocument, separationDocument } from "@/lib/sponsors/search-documents";
import { visibleSponsors } from "@/lib/sponsors/visibility";

/** The companies that pay: contracts with their seats, and the days on which they let many people go. */
export const sponsorsModule = module({
  key: "sponsors",
  commands: [
    addSponsorContact,
    archiveSponsor,
    assignListed,
    createEngagement,
    createSeparation,
    createSponsor,
    editEngagement,
    editListed,
    editSeparation,
    editSponsor,
    listFromFile,
    listPerson,
    removeSponsorContact,
    restoreSponsor,
    unlistPerson,
  ],
  queries: [
    contactCandidates,
    oneEngagement,
    oneListed,
    oneSeparation,
    oneSponsor,
    openEngagements,
    sponsorChoices,
    sponsorIndustries,
  ],
  lists: [engagementList, separationList, sponsorList],
  imports: [separationTarget],
  navigation: [
    {
      ...{ key: "sponsors", path: "/sponsors", icon: "building-2", permission: "sponsors:read" },
      ...{ group: "records", position: 10 },
    },
    {
      ...{
        key: "engagements",
        path: "/engagements",
        icon: "file-text",
        permission: "engagements:read",
        scopes: ["own"],
      },
      ...{ group: "work", phone: 2, position: 20 },
    },
  ],
  actions: [
    { key: "create", path: "/sponsors/new", icon: "building-2", permission: "sponsors:write" },
    { key: "separate", path: "/separations/new", icon: "users", permission: "separations:write" },
  ],
  search: [
    {
      entity: "sponsor",
      permission: "sponsors:read",
      visible: (actor, id) =>
        sql`exists (select 1 from ${sponsors} where ${sponsors.id} = ${id} and ${sponsors.deletedAt} is null
          and ${visibleSponsors(actor, "sponsors:read", id)})`,
      fields: true,
      path: (id) => `/sponsors/${id}`,
      icon: "building-2",
      async documents(tx, after) {
        const rows = await tx
          .select()
          .from(sponsors)
          .where(and(isNull(sponsors.deletedAt), after ? gt(sponsors.id, after) : undefined))
          .orderBy(asc(sponsors.id))
          .limit(500);
        return rows.map(({ id, name, industry, place }) => ({
          ...{ entityId: id, title: name, body: `${industry} ${place}` },
        }));
      },
    },
    {
      entity: "engagement",
      permission: "engagements:read",
      visible: (actor, id) =>
        sql`exists (select 1 from ${engagements} where ${engagements.id} = ${id} and ${engagements.deletedAt} is null
          and ${visibleSponsors(actor, "engagements:read", sql`${engagements.sponsorId}`)})`,
      path: (id) => `/engagements/${id}`,
      icon: "file-text",
      async documents(tx, after) {
        const rows = await tx
          .select({ id: engagements.id, reference: engagements.reference, name: sponsors.name })
          .from(engagements)
          .innerJoin(sponsors, eq(sponsors.id, engagements.sponsorId))
          .where(and(isNull(engagements.deletedAt), after ? gt(engagements.id, after) : undefined))
          .orderBy(asc(engagements.id))
          .limit(500);
        return rows.map((row) => engagementDocument(row, row.name));
      },
    },
    {
      entity: "separation",
      permission: "separations:read",
      visible: (actor, id) =>
        sql`exists (select 1 from ${separationEvents} where ${separationEvents.id} = ${id}
          and ${separationEvents.deletedAt} is null
          and ${visibleSponsors(actor, "separations:read", sql`${separationEvents.sponsorId}`)})`,
      path: (id) => `/separations/${id}`,
      icon: "users",
      async documents(tx, after) {
        const rows = await tx
          .select({
            id: separationEvents.id,
            name: separationEvents.name,
            place: separationEvents.place,
            sponsorName: sponsors.name,
          })
          .from(separationEvents)
          .innerJoin(sponsors, eq(sponsors.id, separationEvents.sponsorId))
          .where(and(isNull(separationEvents.deletedAt), after ? gt(separationEvents.id, after) : undefined))
          .orderBy(asc(separationEvents.id))
          .limit(500);
        return rows.map((row) => separationDocument(row, row.sponsorName));
      },
    },
  ],
  personalData: sponsorsPersonalData,
  withoutPersonalData: {
    sponsors: "Companies: name, industry, place.",
    engagements: "Contracts of companies: seats, price, days.",
  },
});
