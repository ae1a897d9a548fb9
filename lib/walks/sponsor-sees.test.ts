import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { sendMessage } from "@/lib/messages/commands";
import { modules } from "@/lib/modules";
import { writeNote } from "@/lib/notes/commands";
import { may } from "@/lib/platform/actor";
import { ask, askTogether, execute } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { testWorld } from "@/lib/platform/testing/world";
import { giveConsent, withdrawConsent } from "@/lib/programmes/commands/consents";
import { sponsorReport } from "@/lib/programmes/queries/sponsor-report";
import { reindex } from "@/lib/records/commands/search";
import { find } from "@/lib/records/queries/search";
import { timelineOf } from "@/lib/records/queries/timeline";
import { answer, mark, markEverything } from "@/lib/walks/testing/marks";

/*
 * Everything that a sponsor can get, byte by byte. Every text of the organisation gets a mark, but for those that are the sponsor's to
 * read; then all queries, lists, searches, histories, notices and mails are asked for as the sponsor, and all commands are tried.
 * A table that comes later is marked too.
 */

const world = testWorld();
let marked: string[] = [];

beforeAll(async () => {
  const { north } = world;
  await north
    .execute(withdrawConsent, "executive", { programmeId: north.programmeId, kind: "stage" })
    .catch(() => null);
  await north.execute(writeNote, "consultant", { programmeId: north.programmeId, audience: "shared", body: mark });
  await north.execute(sendMessage, "consultant", {
    ...{ programmeId: north.programmeId, body: mark, clientKey: "0190b3c2-7a51-7c3e-9f11-2d8a7b6c5e41" },
  });
  marked = await markEverything(north);
  const system = { kind: "system" as const, organisationId: north.organisationId, cause: "walk" };
  await execute(reindex, system, {});
});

const sponsor = () => world.north.as("sponsor");
const named = <Thing extends { name: string }>(things: readonly Thing[]) =>
  things.map((thing) => [thing.name, thing] as const);

test("the marks are where people write, and who works there reads them", async () => {
  expect(marked).toEqual(
    expect.arrayContaining([
      ...["people.name", "programmes.last_role", "programmes.next_step", "landings.employer", "landings.comment"],
      ...["comments.body", "task_evidence.note", "separation_people.name", "separation_events.place"],
    ]),
  );
  const { north } = world;
  const consultant = await north.as("consultant");
  const lists = modules.flatMap((module) => module.lists).filter(({ name }) => name === "programmes.caseload");
  const page = await askTogether(consultant, (context) => readList(context, lists[0]!, {}));
  expect(JSON.stringify(page)).toContain(mark);
});

describe("a sponsor", () => {
  test.each(named(modules.flatMap((module) => module.queries)))("reads nothing of it with %s", async (_name, query) => {
    const actor = await sponsor();
    expect(await answer(() => ask(query, actor, query.example(world.north)))).not.toContain(mark);
  });

  test.each(named(modules.flatMap((module) => module.lists)))(
    "reads nothing of it in the list %s",
    async (_name, list) => {
      const actor = await sponsor();
      // Its page, its file and the API ask for the permission before they read.
      if (!may(actor, list.permission)) return;
      expect(
        await answer(() => askTogether(actor, (context) => readList(context, list, { limit: 1000 }))),
      ).not.toContain(mark);
    },
  );

  test.each(named(modules.flatMap((module) => module.commands)))(
    "is told nothing of it by %s",
    async (_name, command) => {
      const actor = await sponsor();
      class TakenBack extends Error {}
      let told = "";
      await transaction({ organisationId: world.north.organisationId }, async (tx) => {
        told = await answer(
          async () => (await execute(command, actor, command.example(world.north), { join: tx })).output,
        );
        throw new TakenBack();
      }).catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
      expect(told).not.toContain(mark);
    },
  );

  test("finds nothing of it by searching", async () => {
    const actor = await sponsor();
    for (const words of [mark, "robin", "corvane", "executive"])
      expect(await answer(() => ask(find, actor, { words }))).not.toContain(mark);
  });

  test("reads nothing of it in any record's history", async () => {
    const actor = await sponsor();
    const kinds = modules.flatMap((module) => [...(module.records ?? []), ...(module.search ?? [])]);
    const ids = Object.values(world.north).filter((id): id is string => typeof id === "string" && id.length === 36);
    for (const { entity } of kinds)
      for (const entityId of ids)
        expect(await answer(() => ask(timelineOf, actor, { entity, entityId }))).not.toContain(mark);
  });

  test("gets nothing of it by mail or as a notice", async () => {
    const { organisationId, sponsorPersonId } = world.north;
    await transaction({ organisationId, readOnly: true }, async (tx) => {
      const told = await tx.select().from(notifications).where(eq(notifications.personId, sponsorPersonId));
      const mails = await tx.select().from(mailMessages).where(eq(mailMessages.personId, sponsorPersonId));
      expect(told).toEqual([]);
      expect(mails).toEqual([]);
    });
  });
});

test("a name is there from the consent on, and gone with the next page once it is withdrawn", async () => {
  const { north } = world;
  const consent = { programmeId: north.programmeId, kind: "stage" as const };
  const report = async () => {
    const actor = await sponsor();
    return answer(() => ask(sponsorReport, actor, {}));
  };
  expect(await report()).not.toContain("Robin Executive");
  await north.execute(giveConsent, "executive", consent);
  expect(await report()).toContain("Robin Executive");
  await north.execute(withdrawConsent, "executive", consent);
  expect(await report()).not.toContain("Robin Executive");
});

test("who is no contact of the company sees nothing of it with the next page", async () => {
  const { north } = world;
  const actor = await sponsor();
  const before = await ask(sponsorReport, actor, {});
  expect(before.companies).toHaveLength(1);
  await transaction({ organisationId: north.organisationId }, (tx) => tx.execute(sql`delete from sponsor_contacts`));
  expect(await ask(sponsorReport, actor, {})).toEqual({ companies: [], sponsor: null });
});
