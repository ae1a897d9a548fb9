import { describe, expect, test } from "vitest";
import { commentsOf } from "@/lib/records/queries/comments";
import { fieldValuesOf } from "@/lib/records/queries/fields";
import { timelineOf } from "@/lib/records/queries/timeline";
import { addComment } from "@/lib/records/commands/comments";
import { setFieldValues } from "@/lib/records/commands/field-values";
import { defineField } from "@/lib/records/commands/fields";
import { textOf } from "@/lib/exports/columns";
import { writeList } from "@/lib/exports/write-list";
import { askTogether } from "@/lib/platform/execute";
import { readList, type ListState } from "@/lib/platform/list";
import { withFields } from "@/lib/platform/list-fields";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import type { WorldRole } from "@/db/seed/world-ids";
import { caseload } from "@/lib/programmes/lists";

const world = testWorld();

const define = (kind: "number" | "choice" | "date" | "text" | "boolean", label: string, choices: string[] = []) =>
  world.north.execute(defineField, "administrator", { entity: "programme", kind, label, choices });

const fill = (entityId: string, fieldId: string, value: string | number | boolean) =>
  world.north.execute(setFieldValues, "administrator", {
    ...{ entity: "programme", entityId, values: [{ fieldId, value, expectedVersion: 0 }] },
  });

const page = async (role: WorldRole, state: ListState) =>
  askTogether(await world.north.as(role), (context) => readList(context, caseload, state));

const ids = async (state: ListState, role: WorldRole = "administrator") =>
  (await page(role, state)).rows.map(({ id }) => id);

describe("fields of the organisation's own in the caseload", () => {
  test("are columns, filters and sorts, page by page, with what is empty last", async () => {
    const { programmeId, pausedProgrammeId, landedProgrammeId } = world.north;
    const weeks = await define("number", "Notice, in weeks");
    await fill(programmeId, weeks.id, 4);
    await fill(pausedProgrammeId, weeks.id, 12);
    await fill(landedProgrammeId, weeks.id, 8.5);
    const key = `field.${weeks.key}`;
    const { rows } = await page("administrator", { sort: key, descending: true });
    expect(rows.slice(0, 4).map(({ cells }) => cells[key])).toEqual([12, 8.5, 4, null]);
    expect(await ids({ filters: { [key]: "4..9" }, sort: key })).toEqual([programmeId, landedProgrammeId]);
    const walked: string[] = [];
    let after: string | undefined;
    do {
      const next = await page("administrator", { sort: key, limit: 2, after });
      walked.push(...next.rows.map(({ id }) => id));
      after = next.next;
    } while (after);
    expect(walked).toEqual(await ids({ sort: key }));
    expect(new Set(walked).size).toBe(walked.length);
  });

  test("are found by choice, part of a text, day, yes and no", async () => {
    const { programmeId, pausedProgrammeId } = world.north;
    const reach = await define("choice", "Reach", ["Zug, Baar", "Far"]);
    const port = await define("text", "Port");
    const signed = await define("date", "Signed");
    const abroad = await define("boolean", "Abroad");
    await fill(programmeId, reach.id, "Zug, Baar");
    await fill(pausedProgrammeId, reach.id, "Far");
    await fill(programmeId, port.id, "Älvsborg 100%");
    await fill(programmeId, signed.id, "2026-03-01");
    await fill(pausedProgrammeId, abroad.id, false);
    const by = (key: string, value: string) => ids({ filters: { [`field.${key}`]: value }, sort: "executive" });
    expect(await by(reach.key, "Zug%2C Baar")).toEqual([programmeId]);
    expect((await by(reach.key, "Zug%2C Baar,Far")).toSorted()).toEqual([programmeId, pausedProgrammeId].toSorted());
    expect(await by(port.key, "alvs")).toEqual([programmeId]);
    expect(await by(port.key, "0%")).toEqual([programmeId]);
    expect(await by(port.key, "0_")).toEqual([]);
    expect(await by(signed.key, "..2026-03-01")).toEqual([programmeId]);
    expect(await by(signed.key, "2026-03-02..")).toEqual([]);
    expect(await by(abroad.key, "no")).toEqual([pausedProgrammeId]);
    expect(await by(abroad.key, "yes")).toEqual([]);
    // What nobody can read filters nothing.
    expect((await by(signed.key, "2026-02-31..")).length).toBe((await ids({})).length);
  });

  test("stand in the file that is taken along, under their own words", async () => {
    const actor = await world.north.as("administrator");
    const parts: Uint8Array[] = [];
    await askTogether(actor, async (context) => {
      const written = writeList({ ...context, actor }, { definition: caseload, state: {}, format: "csv" });
      for await (const part of written) parts.push(part);
    });
    const [head, ...lines] = Buffer.concat(parts).toString("utf8").split("\r\n");
    expect(head).toContain('"Notice, in weeks"');
    expect(lines.join("\n")).toContain("Älvsborg 100%");
    expect(textOf(null)).toBe("");
  });

  test("are not there for who may not read them, nor of the own programme", async () => {
    const executive = await world.north.as("executive");
    await askTogether(executive, async (context) => {
      const { columns } = await withFields(context, caseload);
      expect(columns.filter(({ key }) => key.startsWith("field."))).toEqual([]);
    });
    expect((await refusalOf(page("executive", { sort: "field.port" }))).code).toBe("invalid");
    expect((await refusalOf(page("executive", { filters: { "field.port": "a" } }))).code).toBe("invalid");
    // An administrator who is also the executive: the rows of the others stay, the own one says nothing.
    const both = { ...(await world.north.as("administrator")), personId: world.north.executiveId };
    const own = await askTogether(both, (context) => readList(context, caseload, {}));
    const row = own.rows.find(({ id }) => id === world.north.programmeId);
    expect(row?.cells["field.port"]).toBeNull();
    const found = await askTogether(both, (context) =>
      readList(context, caseload, { filters: { "field.port": "alvs" } }),
    );
    expect(found.rows).toEqual([]);
  });

  test("of another organisation are not there", async () => {
    const actor = await world.south.as("administrator");
    await askTogether(actor, async (context) => {
      const { columns } = await withFields(context, caseload);
      const keys = columns.map(({ key }) => key).filter((key) => key.startsWith("field."));
      expect(keys).toEqual(["field.home_port"]);
    });
  });
});

describe("what colleagues write on a programme", () => {
  const programme = () => ({ entity: "programme", entityId: world.north.programmeId });

  test("is read by the consultant and the administrators, never by its executive", async () => {
    await world.north.execute(addComment, "consultant", { ...programme(), body: "Careful with the date." });
    const bodies = (await world.north.ask(commentsOf, "administrator", programme())).map(({ body }) => body);
    expect(bodies).toContain("Careful with the date.");
    for (const attempt of [
      () => world.north.ask(commentsOf, "executive", programme()),
      () => world.north.ask(fieldValuesOf, "executive", programme()),
      () => world.north.execute(addComment, "executive", { ...programme(), body: "Hello" }),
    ])
      expect((await refusalOf(attempt())).code).toBe("forbidden");
    const kinds = async (role: WorldRole) =>
      (await world.north.ask(timelineOf, role, programme())).entries.map(({ kind }) => kind);
    expect(await kinds("consultant")).toContain("comments.added");
    expect(await kinds("executive")).not.toContain("comments.added");
  });

  test("is not read by an executive who also works for the organisation", async () => {
    const both = { ...(await world.north.as("administrator")), personId: world.north.executiveId };
    const attempt = askTogether(both, ({ ask }) => ask(commentsOf, programme()));
    expect((await refusalOf(attempt)).code).toBe("forbidden");
  });

  test("of another organisation is not found", async () => {
    const attempt = world.south.ask(commentsOf, "administrator", programme());
    expect((await refusalOf(attempt)).code).toBe("not_found");
  });
});
