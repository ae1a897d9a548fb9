import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { landings } from "@/db/schema/landings";
import { detachFile } from "@/lib/files/commands";
import { openFile } from "@/lib/files/open-file";
import { filesOf } from "@/lib/files/queries";
import { storeFile } from "@/lib/files/store-file";
import { ownStore } from "@/lib/files/testing/own-store";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { noteAftercare } from "@/lib/programmes/commands/aftercare";
import { editLanding, landProgramme } from "@/lib/programmes/commands/landing";
import { reopenProgramme } from "@/lib/programmes/commands/lifecycle";
import { correctLandingInput } from "@/lib/programmes/forms";
import { programmesPersonalData } from "@/lib/programmes/personal-data";
import { aftercareOf } from "@/lib/programmes/queries/aftercare";
import { fallenLandings } from "@/lib/programmes/queries/fallen-landings";
import { landingToCorrect } from "@/lib/programmes/queries/landing-to-correct";
import { oneProgramme } from "@/lib/programmes/queries/record";
import { timelineOf } from "@/lib/records/queries/timeline";

const world = testWorld();
ownStore();

let landingId: string;
const id = () => world.north.programmeId;
const record = () => ({ entity: "landing", entityId: landingId });

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

beforeAll(async () => {
  await world.north.execute(landProgramme, "consultant", {
    ...{ id: id(), kind: "employed", employer: "Norvel", title: "CFO", acceptedOn: "2026-11-18" },
    pay: { minor: 2_000_000, currency: "CHF", period: "month" },
    lastPay: { minor: 30_000_000, currency: "CHF", period: "year" },
  });
  const [row] = await inNorth((tx) => tx.select().from(landings).where(eq(landings.programmeId, id())));
  landingId = row!.id;
});

const standing = async () => (await inNorth((tx) => tx.select().from(landings).where(eq(landings.id, landingId))))[0]!;
const toCorrect = async () => (await world.north.ask(landingToCorrect, "consultant", { id: id() }))!.values;
const history = async () =>
  (await world.north.ask(timelineOf, "consultant", { entity: "programme", entityId: id() })).entries;

describe("a landing that is corrected", () => {
  test("begins with what stands, leaves untouched pay sealed as it was, and says in the history what changed", async () => {
    const { north } = world;
    const values = await toCorrect();
    // A month's pay is shown as a year's.
    expect(values).toMatchObject({ pay: { minor: 24_000_000, currency: "CHF" }, satisfaction: "", startsOn: "" });
    const sealed = (await standing()).payEncrypted;
    const typed = { ...values, startsOn: "2027-01-04", satisfaction: "9" };
    await north.execute(editLanding, "consultant", correctLandingInput(typed, values));
    const after = await standing();
    expect(after).toMatchObject({
      startsOn: "2027-01-04",
      satisfaction: 9,
      replacementRatio: 0.8,
      payEncrypted: sealed,
    });
    expect((await history())[0]).toMatchObject({
      kind: "programmes.landing-changed",
      data: { fields: "startsOn,satisfaction" },
    });
    const entries = await inNorth((tx) => tx.select().from(auditEntries).where(eq(auditEntries.entityId, landingId)));
    expect(entries.map(({ operation }) => operation)).toContain("programmes.editLanding");
  });

  test("changes the ratio with either pay, and has none where one is unknown", async () => {
    const { north } = world;
    const values = await toCorrect();
    const lower = { ...values, lastPay: { minor: 20_000_000, currency: "CHF" } };
    await north.execute(editLanding, "consultant", correctLandingInput(lower, values));
    expect((await standing()).replacementRatio).toBe(1.2);
    expect((await history())[0]!.data).toEqual({ fields: "lastPay" });
    const now = await toCorrect();
    const emptied = { ...now, pay: { minor: null, currency: "CHF" } };
    await north.execute(editLanding, "consultant", correctLandingInput(emptied, now));
    expect(await standing()).toMatchObject({ replacementRatio: null, payEncrypted: null });
  });

  test("keeps what the second of two wrote, and shows what stands as the form holds it", async () => {
    const { north } = world;
    const values = await toCorrect();
    await north.execute(editLanding, "consultant", correctLandingInput({ ...values, title: "CFO, Europe" }, values));
    const late = north.execute(editLanding, "consultant", correctLandingInput({ ...values, title: "Chief" }, values));
    const { code, details } = await refusalOf(late);
    expect(code).toBe("conflict");
    expect(details.current).toMatchObject({ title: "CFO, Europe", satisfaction: "9", pay: { minor: null } });
    expect(JSON.stringify(details.current)).not.toContain("Encrypted");
    // Whoever chose one of the two says every amount.
    const chosen = { ...values, expectedVersion: values.expectedVersion + 1, pay: { minor: 100, currency: "CHF" } };
    const before = { ...values, pay: chosen.pay };
    expect(correctLandingInput(chosen, before)).toMatchObject({ pay: { minor: 100, currency: "CHF", period: "year" } });
  });

  test("is refused at its field, and is not there for who may not", async () => {
    const { north } = world;
    const values = await toCorrect();
    const wrong = (changes: object) =>
      refusalOf(north.execute(editLanding, "consultant", { ...correctLandingInput(values, values), ...changes }));
    expect((await wrong({ employer: "" })).details.fields).toHaveProperty("employer");
    expect((await wrong({ startsOn: "2026-01-04" })).details.fields).toHaveProperty("startsOn");
    expect((await wrong({ acceptedOn: "2090-01-04", startsOn: "" })).details.field).toBe("acceptedOn");
    expect((await wrong({ satisfaction: 11 })).details.fields).toHaveProperty("satisfaction");
    expect((await refusalOf(north.ask(landingToCorrect, "executive", { id: id() }))).code).toBe("forbidden");
  });
});

describe("a check-in that was noted", () => {
  test("can be corrected: who asked and when stays, the second of two sees both", async () => {
    const { north } = world;
    const read = async () => (await north.ask(aftercareOf, "consultant", { id: id() }))!.checks[0]!;
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const first = await read();
    const note = { id: first.id, expectedVersion: first.version, stillThere: true, notes: "Likes the team." };
    await north.execute(noteAftercare, "consultant", note, { now: inDays(1) });
    const late = await refusalOf(north.execute(noteAftercare, "consultant", { ...note, stillThere: false }));
    expect(late.details.current).toMatchObject({ stillThere: "yes", notes: "Likes the team." });
    const noted = await read();
    // An administrator may correct it, and neither reads nor loses the notes.
    const correction = { id: first.id, expectedVersion: noted.version, stillThere: false };
    await north.execute(noteAftercare, "administrator", correction, { now: inDays(3) });
    expect(await read()).toMatchObject({ stillThere: false, notes: "Likes the team.", doneAt: noted.doneAt });
    expect((await history())[0]).toMatchObject({ kind: "programmes.aftercare-corrected", data: { still: "no" } });
    const blind = await refusalOf(north.execute(noteAftercare, "administrator", correction));
    expect(blind.details.current).not.toHaveProperty("notes");
  });
});

describe("the documents of a landing", () => {
  test("are read by the executive and the consultant, and by nobody else", async () => {
    const { north } = world;
    const attach = async (role: string, name: string) =>
      storeFile(await north.as(role), { name, content: Buffer.from(`%PDF of ${name}`), attachTo: record() });
    const { fileId } = await attach("consultant", "Contract.txt");
    const own = await attach("executive", "Offer letter.txt");
    for (const role of ["executive", "consultant"]) {
      expect((await north.ask(filesOf, role, record())).map(({ name }) => name)).toEqual([
        "Contract.txt",
        "Offer letter.txt",
      ]);
      expect((await openFile(await north.as(role), fileId)).name).toBe("Contract.txt");
    }
    for (const role of ["administrator", "sponsor", "recruiter"]) {
      expect((await refusalOf(openFile(await north.as(role), fileId))).code).toBe("not_found");
      expect((await refusalOf(openFile(await north.as(role), own.fileId))).code).toBe("not_found");
    }
    expect((await refusalOf(north.ask(filesOf, "administrator", record()))).code).toBe("not_found");
    expect((await refusalOf(attach("administrator", "Sneaked in.txt"))).code).toBe("not_found");
    await north.execute(detachFile, "executive", { fileId, ...record() });
    expect(await north.ask(filesOf, "executive", record())).toHaveLength(1);
  });

  test("stay readable when the landing fell through, take nothing new, and go when the executive is erased", async () => {
    const { north } = world;
    await north.execute(reopenProgramme, "consultant", { id: id(), reason: "The offer was withdrawn." });
    expect(await north.ask(filesOf, "executive", record())).toHaveLength(1);
    const late = storeFile(await north.as("executive"), {
      ...{ name: "Late.txt", content: Buffer.from("late"), attachTo: record() },
    });
    expect((await refusalOf(late)).code).toBe("not_found");
    const [fallen] = await north.ask(fallenLandings, "consultant", { id: id() });
    expect(fallen).toMatchObject({ id: landingId, title: "CFO, Europe", reason: "The offer was withdrawn." });
    expect(await north.ask(aftercareOf, "consultant", { id: id() })).toBeNull();
    expect(await north.ask(oneProgramme, "consultant", { id: id() })).toMatchObject({
      landing: null,
      landedOnce: true,
    });
    expect((await north.ask(oneProgramme, "consultant", { id: north.pausedProgrammeId })).landedOnce).toBe(false);
    const { fileId } = await storeFile(await north.as("consultant"), {
      name: "Kept.txt",
      content: Buffer.from("kept"),
    });
    await inNorth((tx) => programmesPersonalData.erase(tx, north.executiveId));
    expect(await north.ask(filesOf, "consultant", record())).toEqual([]);
    expect((await openFile(await north.as("consultant"), fileId)).name).toBe("Kept.txt");
  });
});
