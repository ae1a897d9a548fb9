import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { competencyRaters } from "@/db/schema/competencies";
import { saveFeedback, submitFeedback } from "@/lib/competencies/commands/feedback";
import { editCompetency, publishDraft, startDraft } from "@/lib/competencies/commands/framework";
import { saveRating, submitRating } from "@/lib/competencies/commands/ratings";
import { startRound } from "@/lib/competencies/commands/rounds";
import { chooseTarget } from "@/lib/competencies/commands/roles";
import { levelsColumns, levelsTable } from "@/lib/competencies/levels-table";
import { competencyOverview } from "@/lib/competencies/queries/overview";
import { job } from "@/lib/entry/job";
import type { ExportFormat } from "@/lib/exports/formats";
import { mediaTypes } from "@/lib/exports/schemas";
import { writeTable } from "@/lib/exports/write-table";
import { readTable } from "@/lib/imports/read-table";
import { testWorld } from "@/lib/platform/testing/world";
import messages from "@/messages/en/competencies.json";

const world = testWorld();
const north = () => world.north;

/** The file of a programme as this role gets it, read back as a spreadsheet reads it: the cells of each line by column. */
async function fileOf(programmeId: string, role: string, format: ExportFormat) {
  const overview = (await north().ask(competencyOverview, role, { programmeId }))!;
  const head = levelsColumns.map((column) => messages.file.columns[column]);
  const bytes = await writeTable(head, levelsTable(overview), format);
  const { columns, rows } = await readTable(bytes, mediaTypes[format]);
  expect(columns).toEqual(head);
  return {
    text: bytes.toString("latin1"),
    lines: rows.map(({ cells }) => Object.fromEntries(levelsColumns.map((column, at) => [column, cells[at] ?? ""]))),
  };
}

/** Three are asked and answer, with these levels of strategy; `null` says "I cannot say". */
async function round(programmeId: string, strategy: ReadonlyArray<1 | 2 | 3 | 4 | 5 | null>) {
  const { id } = await north().execute(startRound, "consultant", {
    programmeId,
    deadlineOn: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
    raters: strategy.map((_, at) => ({
      name: `Rater ${at}`,
      relation: "peer" as const,
      email: `rater-${at}@file.example`,
    })),
  });
  const asked = await transaction({ organisationId: north().organisationId }, (tx) =>
    tx.select().from(competencyRaters).where(eq(competencyRaters.roundId, id)),
  );
  const system = job(north().organisationId, "test");
  for (const { id: raterId, name } of asked) {
    const levels = { strategy: strategy[Number(name.at(-1))] ?? null, finance: 4 as const };
    await system.execute(saveFeedback, { raterId, levels, keep: "Listens first." });
    await system.execute(submitFeedback, { raterId });
  }
}

describe.each(["csv", "xlsx"] as const)("the levels and gaps of a programme as %s", (format) => {
  test("hold what each side sees, what the role asks for and what is missing; what is not known is empty", async () => {
    const { lines } = await fileOf(north().programmeId, "executive", format);
    const nobody = { consultant: "", colleagues: "", colleaguesCount: "", first: "", latest: "" };
    expect(lines).toEqual([
      {
        ...{ cluster: "Direction", competency: "Strategic thinking", self: "3", level: "3", ...nobody },
        ...{ required: "4", importance: "3", missing: "1", weight: "3" },
      },
      {
        ...{ cluster: "Direction", competency: "Financial command", self: "2", level: "2", ...nobody },
        ...{ required: "4", importance: "1", missing: "2", weight: "2" },
      },
    ]);
  });
});

describe("after a round and a second look", () => {
  const programmeId = () => north().secondPhaseProgrammeId;

  beforeAll(async () => {
    const rate = async (role: string, strategy: 1 | 2 | 3 | 4 | 5) => {
      await north().execute(saveRating, role, { programmeId: programmeId(), levels: { strategy, finance: null } });
      await north().execute(submitRating, role, { programmeId: programmeId() });
    };
    await rate("consultant", 2);
    await rate("consultant", 3);
    await round(programmeId(), [4, 4, 5]);
    await north().execute(chooseTarget, "consultant", {
      ...{ programmeId: programmeId(), roleProfileId: north().roleProfileId },
    });
  });

  test.each(["csv", "xlsx"] as const)(
    "the %s holds the mean of the colleagues, rounded, and the move",
    async (format) => {
      const { lines } = await fileOf(programmeId(), "consultant", format);
      expect(lines).toEqual([
        {
          ...{ cluster: "Direction", competency: "Strategic thinking", self: "", consultant: "3" },
          ...{ colleagues: "4.33", colleaguesCount: "3", level: "3.67", first: "2", latest: "3" },
          ...{ required: "4", importance: "3", missing: "0.33", weight: "1" },
        },
        {
          ...{ cluster: "Direction", competency: "Financial command", self: "", consultant: "" },
          ...{ colleagues: "4", colleaguesCount: "3", level: "4", first: "", latest: "" },
          ...{ required: "4", importance: "1", missing: "0", weight: "0" },
        },
      ]);
    },
  );

  test("no file says who was asked, or what one of them wrote", async () => {
    const { text } = await fileOf(programmeId(), "consultant", "csv");
    for (const secret of ["Rater", "file.example", "Listens first"]) expect(text).not.toContain(secret);
  });

  test("a name that a spreadsheet would take for a formula is no formula", async () => {
    const { id } = await north().execute(startDraft, "administrator", {});
    const said = { level1: "1", level2: "2", level3: "3", level4: "4", level5: "5" };
    await north().execute(editCompetency, "administrator", {
      ...{ id: north().draftCompetencyId, expectedVersion: 1, cluster: "Direction", name: "=1+1", description: "" },
      ...said,
    });
    await north().execute(publishDraft, "administrator", { id, changes: "" });
    await north().execute(saveRating, "consultant", {
      ...{ programmeId: programmeId(), levels: { strategy: 3, finance: 3 } },
    });
    await north().execute(submitRating, "consultant", { programmeId: programmeId() });
    expect((await fileOf(programmeId(), "consultant", "csv")).text).toContain("'=1+1");
    expect((await fileOf(programmeId(), "consultant", "xlsx")).lines[0]!.competency).toBe("=1+1");
  });
});
