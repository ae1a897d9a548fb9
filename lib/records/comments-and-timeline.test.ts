import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { roleAssignments, roles } from "@/db/schema/people";
import { notifications, timelineEntries } from "@/db/schema/platform";
import { auditModule } from "@/lib/audit/module";
import { module } from "@/lib/platform/module";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { addComment, editComment, removeComment, restoreComment } from "@/lib/records/commands/comments";
import { commentReaders, commentsOf } from "@/lib/records/queries/comments";
import { timelineOf } from "@/lib/records/queries/timeline";
import { peopleKind, programmeKind } from "@/lib/records/testing/people-kind";

vi.mock("@/lib/modules", async () => {
  const { recordsModule } = await import("@/lib/records/module");
  const kinds = module({ key: "tests", commands: [], queries: [], lists: [], records: [peopleKind, programmeKind] });
  return { modules: [auditModule, kinds, recordsModule] };
});

const world = testWorld();
const contact = () => ({ entity: "person", entityId: world.north.contactId });
const programme = () => ({ entity: "programme", entityId: world.north.programmeId });

describe("comments", () => {
  test("are written, changed with both versions kept, removed and brought back by who wrote them", async () => {
    const { id } = await world.north.execute(addComment, "administrator", { ...programme(), body: "  First  " });
    await world.north.execute(editComment, "administrator", { id, body: "Second", expectedVersion: 1 });
    const late = world.north.execute(editComment, "administrator", { id, body: "Third", expectedVersion: 1 });
    expect(await refusalOf(late)).toMatchObject({ code: "conflict", details: { current: { body: "Second" } } });
    const bodies = async () =>
      (await world.north.ask(commentsOf, "administrator", programme())).map(({ body, editable }) => [body, editable]);
    expect(await bodies()).toEqual([
      ["Knows the harbour master.", true],
      ["Second", true],
    ]);
    await world.north.execute(removeComment, "administrator", { id });
    expect(await bodies()).toHaveLength(1);
    await world.north.execute(restoreComment, "administrator", { id });
    expect(await bodies()).toHaveLength(2);
  });

  test("are for colleagues who see the record: for others the record does not exist", async () => {
    const add = world.north.execute(addComment, "consultant", { ...contact(), body: "Hello" });
    expect((await refusalOf(add)).code).toBe("not_found");
    expect((await refusalOf(world.north.ask(commentsOf, "consultant", contact()))).code).toBe("not_found");
    const edit = world.north.execute(editComment, "consultant", {
      ...{ id: world.north.commentId, body: "Changed", expectedVersion: 1 },
    });
    expect((await refusalOf(edit)).code).toBe("not_found");
    expect((await refusalOf(world.north.execute(addComment, "executive", { ...contact(), body: "Hello" }))).code).toBe(
      "forbidden",
    );
  });

  test("are not for the person whom the record is about, whatever that person may do elsewhere", async () => {
    const own = { entity: "person", entityId: world.north.consultantId };
    await world.north.execute(addComment, "administrator", { ...own, body: "Wants to go abroad." });
    expect(await world.north.ask(commentsOf, "administrator", own)).toHaveLength(1);
    expect((await refusalOf(world.north.ask(commentsOf, "consultant", own))).code).toBe("forbidden");
    expect((await refusalOf(world.north.execute(addComment, "consultant", { ...own, body: "I?" }))).code).toBe(
      "forbidden",
    );
    const kinds = async (role: "administrator" | "consultant") =>
      (await world.north.ask(timelineOf, role, own)).entries.map(({ kind }) => kind);
    expect(await kinds("administrator")).toEqual(["comments.added"]);
    expect(await kinds("consultant")).toEqual([]);
  });

  test("are changed and removed only by who wrote them", async () => {
    const { id } = await world.north.execute(addComment, "administrator", { ...programme(), body: "Hello" });
    const other = { ...(await world.north.as("administrator")), personId: world.north.otherConsultantId };
    for (const attempt of [
      () => execute(removeComment, other, { id }),
      () => execute(editComment, other, { id, body: "Changed", expectedVersion: 1 }),
    ])
      expect((await refusalOf(attempt())).code).toBe("forbidden");
    await world.north.execute(removeComment, "administrator", { id });
  });

  test("address colleagues, who are told once, and nobody who could not read them", async () => {
    const readers = await world.north.ask(commentReaders, "administrator", programme());
    expect(readers.map(({ id }) => id)).not.toContain(world.north.executiveId);
    expect(readers.map(({ id }) => id)).not.toContain(world.north.administratorId);
    const blind = world.north.execute(addComment, "administrator", {
      ...programme(),
      ...{ body: "@Robin look", mentions: [world.north.consultantId] },
    });
    expect(await refusalOf(blind)).toMatchObject({ code: "invalid", details: { field: "mentions" } });
    // Of people, in this test, everybody who manages people sees everybody: so one more administrator reads along.
    await makeAdministrator(world.north.otherConsultantId);
    expect((await world.north.ask(commentReaders, "administrator", programme())).map(({ id }) => id)).toEqual([
      world.north.otherConsultantId,
    ]);
    const mentions = [world.north.otherConsultantId];
    const { id } = await world.north.execute(addComment, "administrator", { ...programme(), body: "Look", mentions });
    await world.north.execute(editComment, "administrator", { id, body: "Look!", mentions, expectedVersion: 1 });
    const told = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.select().from(notifications).where(eq(notifications.kind, "records.mentioned")),
    );
    expect(told.map(({ personId, href }) => [personId, href])).toEqual([
      [world.north.otherConsultantId, expect.stringContaining("#comments")],
    ]);
    const shown = (await world.north.ask(commentsOf, "administrator", programme())).find((one) => one.id === id);
    expect(shown).toMatchObject({ body: "Look!", editedAt: expect.any(Date), mentions: [{ id: mentions[0] }] });
    await world.north.execute(removeComment, "administrator", { id });
  });

  test("on a record of another organisation, or of an unknown kind, are not found", async () => {
    const other = { entity: "person", entityId: world.south.contactId, body: "Hello" };
    expect((await refusalOf(world.north.execute(addComment, "administrator", other))).code).toBe("not_found");
    const unknown = { ...contact(), entity: "boat", body: "Hello" };
    expect((await refusalOf(world.north.execute(addComment, "administrator", unknown))).code).toBe("not_found");
  });

  test("stand in the timeline of the record", async () => {
    await world.south.execute(addComment, "administrator", {
      ...{ entity: "person", entityId: world.south.contactId, body: "Hello" },
    });
    const { entries } = await world.south.ask(timelineOf, "administrator", {
      ...{ entity: "person", entityId: world.south.contactId },
    });
    expect(entries).toMatchObject([{ kind: "comments.added", actorName: "Robin Administrator" }]);
  });
});

test("a timeline is read page by page, newest first, also within one moment", async () => {
  const entityId = world.south.executiveId;
  const at = new Date("2026-11-20T10:00:00Z");
  await transaction({ organisationId: world.south.organisationId }, (tx) =>
    tx
      .insert(timelineEntries)
      .values(Array.from({ length: 7 }, (_, index) => ({ entity: "person", entityId, at, kind: `tests.${index}` }))),
  );
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await world.south.ask(timelineOf, "executive", { entity: "person", entityId, after, limit: 3 });
    seen.push(...page.entries.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(7);
  expect(seen).toEqual([...seen].sort().reverse());
});

/** Gives a person the administrator's role, as the people's own page would. */
async function makeAdministrator(personId: string): Promise<void> {
  await transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const [role] = await tx.select({ id: roles.id }).from(roles).where(eq(roles.key, "administrator"));
    await tx.insert(roleAssignments).values({ personId, roleId: role!.id });
  });
}
