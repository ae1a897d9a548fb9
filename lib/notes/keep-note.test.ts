import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apart, isUnsent, newNote, sending, taken, type KeptNote } from "@/components/notes/kept-note";
import { editNote, removeNote } from "@/lib/notes/commands";
import { keepNote } from "@/lib/notes/keep-note";
import { programmeNotes } from "@/lib/notes/queries";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { oneProgramme } from "@/lib/programmes/queries/record";

const world = testWorld();
const north = () => world.north;
const notes = () => north().ask(programmeNotes, "consultant", { programmeId: north().programmeId });
const bodies = async () => (await notes()).map(({ body }) => body);

/** What becomes of a sending on a bad line. */
type Line = "good" | "request lost" | "answer lost" | "arrives twice";

/** Sends the note as a device would. */
async function send(note: KeptNote, line: Line): Promise<KeptNote> {
  if (!isUnsent(note)) return note;
  const { note: remembers, input } = sending(note, north().programmeId, randomUUID());
  if (line === "request lost") return remembers;
  try {
    await north().execute(keepNote, "consultant", input);
    if (line === "arrives twice") await north().execute(keepNote, "consultant", input);
  } catch {
    return line === "answer lost" ? remembers : apart(remembers, randomUUID());
  }
  return line === "answer lost" ? remembers : taken(remembers, input);
}

describe("a note that is kept while it is typed", () => {
  test("is one note with the last words, whatever is lost on the way", async () => {
    const line = fc.constantFrom<Line>("good", "request lost", "answer lost", "arrives twice");
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const mark = randomUUID();
        let note = newNote(randomUUID());
        for (const [at, sent] of lines.entries()) note = await send({ ...note, body: `${mark} ${at}` }, sent);
        note = await send(note, "good");
        expect(isUnsent(note)).toBe(false);
        expect((await bodies()).filter((body) => body.startsWith(mark))).toEqual([`${mark} ${lines.length - 1}`]);
      }),
      { numRuns: 25 },
    );
  });

  test("two sendings of the first words at once make one note", async () => {
    const { input } = sending(
      { ...newNote(randomUUID()), body: "At the same time" },
      north().programmeId,
      randomUUID(),
    );
    await Promise.all([1, 2, 3].map(() => north().execute(keepNote, "consultant", input)));
    expect((await bodies()).filter((body) => body === "At the same time")).toHaveLength(1);
  });

  test("changed elsewhere meanwhile, both stay: the other words where they were, these as a note of their own", async () => {
    let note = await send({ ...newNote(randomUUID()), body: "Typed here" }, "good");
    const written = (await notes()).find(({ body }) => body === "Typed here")!;
    const edit = { id: written.id, expectedVersion: written.version, audience: "case" as const, body: "Edited there" };
    await north().execute(editNote, "consultant", edit);
    const { input } = sending({ ...note, body: "Typed on" }, north().programmeId, randomUUID());
    expect((await refusalOf(north().execute(keepNote, "consultant", input))).code).toBe("conflict");
    note = await send({ ...note, body: "Typed on" }, "good");
    await send(note, "good");
    expect(await bodies()).toEqual(expect.arrayContaining(["Edited there", "Typed on"]));
    expect(await bodies()).not.toContain("Typed here");
  });

  test("one that was removed is not brought back; what is typed on is a new one", async () => {
    const note = await send({ ...newNote(randomUUID()), body: "Soon removed" }, "good");
    await north().execute(removeNote, "consultant", {
      id: (await notes()).find(({ body }) => body === "Soon removed")!.id,
    });
    await send(await send({ ...note, body: "Written anew" }, "good"), "good");
    expect(await bodies()).toContain("Written anew");
    expect(await bodies()).not.toContain("Soon removed");
  });

  test("notes the contact once when they spoke", async () => {
    const { programmeId } = north();
    const heard = async () => (await north().ask(oneProgramme, "consultant", { id: programmeId })).lastContactAt;
    const before = await heard();
    let note = await send({ ...newNote(randomUUID()), body: "Before the call" }, "good");
    expect(await heard()).toEqual(before);
    note = await send({ ...note, spoke: true }, "good");
    const spoken = await heard();
    expect(spoken!.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
    await send({ ...note, body: "After the call" }, "good");
    expect(await heard()).toEqual(spoken);
  });

  test("the key of somebody else’s note opens nothing", async () => {
    const { input } = sending({ ...newNote(randomUUID()), body: "Mine" }, north().programmeId, randomUUID());
    await north().execute(keepNote, "consultant", input);
    const refused = north().execute(keepNote, "consultant", { ...input, programmeId: north().landedProgrammeId });
    expect((await refusalOf(refused)).code).toBe("not_found");
    expect((await refusalOf(north().execute(keepNote, "executive", input))).code).toBe("forbidden");
  });
});
