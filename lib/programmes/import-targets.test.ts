import { and, eq, inArray, isNull } from "drizzle-orm";
import writeXlsxFile from "write-excel-file/node";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { outbox } from "@/db/schema/platform";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { separationPeople } from "@/db/schema/seats";
import { storeFile } from "@/lib/files/store-file";
import { ownStore } from "@/lib/files/testing/own-store";
import { createImport, mapImport, previewImport, startImport, undoImport } from "@/lib/imports/commands";
import { getImport, importProblems, importWithin, rowsToCorrect } from "@/lib/imports/queries";
import { runRows } from "@/lib/imports/run-rows";
import { importing } from "@/lib/imports/testing/import-file";
import { Refusal } from "@/lib/platform/refusal";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { withdrawProgramme } from "@/lib/programmes/commands/lifecycle";
import { createEngagement } from "@/lib/sponsors/commands/engagements";
import { createSeparation } from "@/lib/sponsors/commands/separations";
import { oneEngagement } from "@/lib/sponsors/queries/engagement";

const world = testWorld();
ownStore();
const role = "administrator";

type Cell = string | Date | null;

/** A spreadsheet as somebody in the company's HR sends it: dates are dates. */
const spreadsheet = (rows: Cell[][]) =>
  writeXlsxFile(
    rows.map((row) =>
      row.map((value) => (value instanceof Date ? { value, type: Date, format: "dd.mm.yyyy" } : value)),
    ),
  ).toBuffer();

const { uploaded, checked, previewed, imported, run, countsOf } = importing(() => world.north, role);
const problemsOf = async (importId: string) =>
  (await world.north.ask(importProblems, role, { importId })).map(({ row, field, problem }) => [row, field, problem]);

let contracts = 0;
async function contract(seats: number) {
  const reference = `IMP-${(contracts += 1)}`;
  const { id } = await world.north.execute(createEngagement, role, {
    ...{ sponsorId: world.north.sponsorId, packageId: world.north.packageId, reference, seats },
    ...{ price: { minor: 800_000, currency: "EUR" }, fromOn: "2026-01-01", toOn: "2030-12-31" },
  });
  return { id, reference, seats: async () => (await world.north.ask(oneEngagement, role, { id })).seats };
}

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId, readOnly: true }, work);

/** Everything that there is of who has these addresses. */
const traces = (emails: string[]) =>
  inNorth(async (tx) => {
    const known = await tx
      .select()
      .from(people)
      .where(and(inArray(people.emailKey, emails), isNull(people.deletedAt)));
    const ids = known.map(({ id }) => id);
    const own = ids.length
      ? await tx
          .select()
          .from(programmes)
          .where(and(inArray(programmes.executiveId, ids), isNull(programmes.deletedAt)))
      : [];
    // An invitation is mailed in the background; this is what has it sent.
    const sent = await tx.select().from(outbox).where(eq(outbox.name, "people.invited"));
    const letters = sent.filter(({ data }) => ids.includes(String(data["personId"])));
    return { people: known, programmes: own, letters };
  });

describe("a file of executives", () => {
  test("names each row's mistake at its column before anything happens, and invites the others", async () => {
    const { reference, seats } = await contract(10);
    const consultant = "consultant@north.example";
    const bytes = await spreadsheet([
      ["Employee", "Private email", "Job title", "Notice date", "Contract", "Coach", "City", "Sprache"],
      [
        "Alma Berg",
        "alma@berg.example",
        "Head of Audit",
        new Date("2026-12-01T00:00:00Z"),
        reference,
        consultant,
        "Bern",
        "de",
      ],
      ["Bruno Berg", "bruno(at)berg", "Controller", null, reference, consultant, "Bern", "de"],
      ["", "nobody@berg.example", null, null, reference, consultant, null, null],
      ["Cleo Berg", "cleo@berg.example", null, null, reference, consultant, null, "Deutsch"],
      ["Alma again", "ALMA@berg.example", null, null, reference, consultant, null, null],
    ]);
    const { importId, counts } = await previewed("executives", "Executives.xlsx", bytes);
    expect(counts).toEqual({ valid: 1, faulty: 3, repeated: 1 });
    expect((await problemsOf(importId)).map(([row, field]) => [row, field])).toEqual([
      [3, "email"],
      [4, "name"],
      [5, "language"],
    ]);
    expect(await traces(["alma@berg.example"])).toEqual({ people: [], programmes: [], letters: [] });
    await world.north.execute(startImport, role, { importId });
    await run(importId);
    expect(await countsOf(importId)).toMatchObject({ created: 1, faulty: 3, repeated: 1 });
    const alma = await traces(["alma@berg.example"]);
    expect(alma.programmes).toMatchObject([
      { state: "invited", noticeOn: "2026-12-01", lastRole: "Head of Audit", consultantId: world.north.consultantId },
    ]);
    expect(alma.people).toMatchObject([{ languages: ["de"], location: "Bern" }]);
    expect(alma.letters).toHaveLength(1);
    expect((await seats()).reserved).toBe(1);
  });

  test("what only the organisation knows is said at its column when the row is taken, with nothing half done", async () => {
    const { reference, seats } = await contract(10);
    const rows = [
      ["Dora Chur", "dora@chur.example", reference, "", ""],
      ["Egon Chur", "egon@chur.example", "NO-SUCH-1", "", "consultant@north.example"],
      ["Fina Chur", "fina@chur.example", reference, "", "Nobody at all"],
      ["Gero Chur", "gero@chur.example", "", "No such package", "consultant@north.example"],
      ["Hedi Chur", "hedi@chur.example", "", "", "consultant@north.example"],
      ["Robin", "executive@north.example", reference, "", "consultant@north.example"],
      ["Ilse Chur", "ilse@chur.example", reference, "", "consultant@north.example"],
    ];
    const content = ["Name;E-mail;Contract;Package;Consultant", ...rows.map((row) => row.join(";"))].join("\r\n");
    const importId = await imported("executives", "Executives.csv", content);
    expect(await countsOf(importId)).toEqual({ created: 1, refused: 6 });
    expect(await problemsOf(importId)).toEqual([
      // The import belongs to nobody who could look after somebody.
      [2, "consultant", "Choose a consultant."],
      [3, "engagement", "There is no contract “NO-SUCH-1”."],
      [4, "consultant", "There is no consultant “Nobody at all”."],
      [5, "package", "There is no package “No such package”."],
      [6, "engagement", "Name a contract or a package."],
      [7, "email", "Somebody with this address has a programme that has not ended."],
    ]);
    const refused = rows.slice(0, 5).map(([, email]) => email!);
    expect(await traces(refused)).toEqual({ people: [], programmes: [], letters: [] });
    expect(await seats()).toMatchObject({ reserved: 1, left: 9 });
    const { rows: back } = await world.north.ask(rowsToCorrect, role, { importId });
    expect(back.map(({ cells }) => cells[0])).toEqual(rows.slice(0, 6).map(([name]) => name));
  });

  test("takes rows until the seats are gone, and the rest when there are more", async () => {
    const { reference, seats } = await contract(3);
    const emails = Array.from({ length: 5 }, (_, at) => `seat${at}@davos.example`);
    const content = (some: string[]) =>
      `Name,E-mail,Contract,Consultant\n${some.map((email) => `${email.split("@")[0]},${email},${reference},consultant@north.example`).join("\n")}\n`;
    const importId = await imported("executives", "Five.csv", content(emails));
    expect(await countsOf(importId)).toEqual({ created: 3, refused: 2 });
    const problems = await problemsOf(importId);
    expect(problems.map(([row, field]) => [row, field])).toEqual([
      [5, "engagement"],
      [6, "engagement"],
    ]);
    expect(problems[0]![2]).toContain("3 invited");
    const after = await traces(emails);
    expect([after.people, after.programmes, after.letters].map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(await seats()).toMatchObject({ reserved: 3, left: 0 });
    const tasks = await inNorth((tx) =>
      tx.select().from(programmeTasks).where(eq(programmeTasks.programmeId, after.programmes[0]!.id)),
    );
    expect(tasks.length).toBeGreaterThan(0);
    // The same file once more: who is in is known, and nobody is written to twice.
    const again = await previewed("executives", "The same.csv", content(emails));
    expect(again.counts).toEqual({ valid: 2, known: 3 });
    // A seat that is free again takes the next one.
    await world.north.execute(withdrawProgramme, role, { id: after.programmes[0]!.id, reason: "Stays after all." });
    await world.north.execute(startImport, role, { importId: again.importId });
    await run(again.importId);
    expect(await countsOf(again.importId)).toEqual({ created: 1, refused: 1, known: 3 });
    expect((await traces(emails)).letters).toHaveLength(4);
  });

  test("is undone as one, with its seats, but for who has accepted or was changed", async () => {
    const { reference, seats } = await contract(5);
    const emails = ["una@flims.example", "urs@flims.example"];
    const importId = await imported(
      "executives",
      "Undo.csv",
      `Name,E-mail,Contract,Consultant\n${emails.map((email) => `U,${email},${reference},consultant@north.example`).join("\n")}\n`,
    );
    expect((await seats()).reserved).toBe(2);
    const { programmes: made } = await traces(["urs@flims.example"]);
    await world.north.execute(withdrawProgramme, role, { id: made[0]!.id, reason: "Another way." });
    await world.north.execute(undoImport, role, { importId });
    await run(importId);
    expect(await countsOf(importId)).toEqual({ undone: 1, kept: 1 });
    expect((await traces(["una@flims.example"])).programmes).toEqual([]);
    expect((await traces(["urs@flims.example"])).programmes).toMatchObject([{ state: "withdrawn" }]);
    expect((await seats()).reserved).toBe(0);
  });
});

describe("a file for a separation event", () => {
  const listed = (eventId: string) =>
    inNorth((tx) => tx.select().from(separationPeople).where(eq(separationPeople.separationEventId, eventId)));

  test("lists people, writes to nobody, and knows them when it comes again", async () => {
    const { id: engagementId, seats } = await contract(2);
    const { id } = await world.north.execute(createSeparation, role, {
      ...{ engagementId, name: "Thun plant", handOverOn: "2026-12-01", place: "Thun", onSite: false, onSiteHours: "" },
    });
    const bytes = await spreadsheet([
      ["Name", "E-mail", "Function", "Told on", "Consultant", "Separation event", "Language"],
      [
        "Vera Thun",
        "vera@thun.example",
        "Planner",
        new Date("2026-12-02T00:00:00Z"),
        "consultant@north.example",
        "thun PLANT",
        "fr",
      ],
      ["Wim Thun", "wim@thun.example", "Buyer", null, null, "Thun plant", null],
      ["Xaver Thun", "xaver@thun.example", null, null, null, null, null],
      ["Yara Thun", "yara@thun.example", null, null, null, "Thun plants", null],
      ["Zoe Thun", "zoe@thun.example", null, null, "Robin", "Thun plant", null],
      ["Vera once more", "Vera@Thun.example", null, null, null, "Thun plant", null],
    ]);
    const { importId, counts } = await previewed("separation", "List.xlsx", bytes);
    expect(counts).toEqual({ valid: 4, faulty: 1, repeated: 1 });
    expect(await problemsOf(importId)).toEqual([[4, "event", "This is needed and is empty."]]);
    await world.north.execute(startImport, role, { importId });
    await run(importId);
    expect(await countsOf(importId)).toEqual({ created: 2, faulty: 1, repeated: 1, refused: 2 });
    const [, yara, zoe] = await problemsOf(importId);
    expect(yara).toEqual([5, "event", "There is no separation event “Thun plants”."]);
    expect(zoe!.slice(0, 2)).toEqual([6, "consultant"]);
    const rows = (await listed(id)).sort((one, other) => (one.nameKey < other.nameKey ? -1 : 1));
    expect(rows).toMatchObject([
      { name: "Vera Thun", noticeOn: "2026-12-02", language: "fr", consultantId: world.north.consultantId },
      { name: "Wim Thun", noticeOn: null, consultantId: null, programmeId: null },
    ]);
    expect(await traces(["vera@thun.example", "wim@thun.example"])).toEqual({
      people: [],
      programmes: [],
      letters: [],
    });
    expect((await seats()).taken).toBe(0);
    const again = await previewed("separation", "Once more.xlsx", bytes);
    expect(again.counts).toEqual({ valid: 2, known: 3, faulty: 1 });
    await world.north.execute(undoImport, role, { importId });
    await run(importId);
    expect(await listed(id)).toEqual([]);
  });

  test("need not name the event when it is taken in on its page, and must not name another one", async () => {
    const { id: engagementId } = await contract(9);
    const day = (name: string) =>
      world.north.execute(createSeparation, role, {
        ...{ engagementId, name, handOverOn: "2026-12-01", place: "Biel", onSite: false, onSiteHours: "" },
      });
    const { id: withinId } = await day("Biel plant");
    await day("Biel office");
    const take = async (content: string, within: string) => {
      const fileId = await uploaded("List.csv", content);
      const { importId, missing } = await world.north.execute(createImport, role, {
        ...{ target: "separation", fileId, withinId: within },
      });
      return { ...(await checked(importId)), missing };
    };
    const plain = await take("Name,E-mail\nAda Biel,ada@biel.example\n,nobody@biel.example\n", withinId);
    expect(plain).toMatchObject({ missing: [], counts: { valid: 1, faulty: 1 } });
    const { within } = await world.north.ask(getImport, role, { importId: plain.importId });
    expect(within).toEqual({ id: withinId, title: "Biel plant", path: `/separations/${withinId}` });
    const naming = await take(
      "Name,E-mail,Event\nBea Biel,bea@biel.example,BIEL plant\nCis Biel,cis@biel.example,\n" +
        "Dan Biel,dan@biel.example,Biel office\nEva Biel,eva@biel.example,Biel harbour\n",
      withinId,
    );
    for (const { importId } of [plain, naming]) {
      await world.north.execute(startImport, role, { importId });
      await run(importId);
    }
    expect((await listed(withinId)).map(({ name }) => name).sort()).toEqual(["Ada Biel", "Bea Biel", "Cis Biel"]);
    expect(await problemsOf(naming.importId)).toEqual([
      [4, "event", "This row is for another event, “Biel office”. Import it on that event’s page."],
      [5, "event", "There is no separation event “Biel harbour”."],
    ]);
    expect((await take("Name,E-mail\nAda Biel,ada@biel.example\n", withinId)).counts).toEqual({ known: 1 });
    await world.north.execute(undoImport, role, { importId: plain.importId });
    await run(plain.importId);
    expect((await listed(withinId)).map(({ name }) => name).sort()).toEqual(["Bea Biel", "Cis Biel"]);
  });

  test("begins on the page of no event that is not there, and of no other kind of record", async () => {
    const fileId = await uploaded("List.csv", "Name,E-mail\nAda Biel,ada@biel.example\n");
    const begun = (target: string, withinId: string, organisation = world.north) =>
      refusalOf(organisation.execute(createImport, role, { target, fileId, withinId }));
    expect((await begun("separation", world.north.sponsorId)).code).toBe("not_found");
    expect((await begun("separation", world.north.organisationId)).code).toBe("not_found");
    expect((await begun("people", world.north.separationEventId)).code).toBe("not_found");
    expect((await begun("separation", world.north.separationEventId, world.south)).code).toBe("not_found");
    const asked = (who: "administrator" | "executive", target: string) =>
      refusalOf(
        world.north.ask(importWithin, who, { target, withinId: world.north.separationEventId }).then(() => {
          throw new Refusal("state", "It is there.");
        }),
      );
    expect((await asked("administrator", "separation")).code).toBe("state");
    expect((await asked("administrator", "people")).code).toBe("not_found");
    expect((await asked("executive", "separation")).code).toBe("not_found");
  });

  test("is for who may write events, and an event of another organisation is not there", async () => {
    const bytes = "Name,E-mail,Event\nVera,vera@thun.example,Thun plant\n";
    const { fileId } = await storeFile(await world.north.as("executive"), {
      name: "L.csv",
      content: Buffer.from(bytes),
    });
    const refusal = await refusalOf(world.north.execute(createImport, "executive", { target: "separation", fileId }));
    expect(["forbidden", "invalid"]).toContain(refusal.code);
    const south = await storeFile(await world.south.as(role), { name: "L.csv", content: Buffer.from(bytes) });
    const { importId } = await world.south.execute(createImport, role, { target: "separation", fileId: south.fileId });
    await world.south.execute(mapImport, role, { importId, mapping: { name: 0, email: 1, event: 2 } });
    await world.south.execute(previewImport, role, { importId });
    await world.south.execute(startImport, role, { importId });
    await runRows(world.south.organisationId, importId, 10);
    const [problem] = await world.south.ask(importProblems, role, { importId });
    expect(problem).toMatchObject({ field: "event", problem: "There is no separation event “Thun plant”." });
  });
});
