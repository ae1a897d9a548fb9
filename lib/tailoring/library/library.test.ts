import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { auditPayloads } from "@/db/schema/audit";
import { askTogether } from "@/lib/platform/execute";
import { readList, type ListState } from "@/lib/platform/list";
import type { PersonActor } from "@/lib/platform/actor";
import { combineGrants } from "@/lib/platform/permissions";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { addPoint, editPoint, pastePoints, reinstatePoint, retirePoint } from "@/lib/tailoring/library/commands";
import { pointList } from "@/lib/tailoring/library/list";
import { onePoint } from "@/lib/tailoring/library/queries";

const world = testWorld();

const listed = async (state: ListState, actor?: PersonActor) =>
  askTogether(actor ?? (await world.north.as("recruiter")), (context) => readList(context, pointList, state));

test("what is pasted joins the library; what is there stays, what is wrong is told by its line", async () => {
  const text = "Stray sentence without a technology\nErlang:\n- Kept calls alive.\n- Kept calls ALIVE\n\nHaskell:\n";
  const first = await world.north.execute(pastePoints, "recruiter", { text, tags: ["telecom", "telecom"] });
  expect(first).toEqual({
    ...{ added: 1, known: 1 },
    problems: [
      { line: 1, code: "no-technology" },
      { line: 6, code: "no-points" },
    ],
  });
  const again = await world.north.execute(pastePoints, "recruiter", { text });
  expect(again).toMatchObject({ added: 0, known: 2 });
  const { rows } = await listed({ filters: { technology: "erlang" } });
  expect(rows.map(({ cells }) => [cells.text, cells.tags])).toEqual([["Kept calls alive.", "telecom"]]);
  const nothing = refusalOf(world.north.execute(pastePoints, "recruiter", { text: "Nothing of use." }));
  expect((await nothing).details.field).toBe("text");
});

test("the words of a point stand in no trail, and that they changed does", async () => {
  const { id } = await world.north.execute(addPoint, "recruiter", {
    technology: "Elixir",
    text: "Sang to the servers.",
  });
  const changed = { id, expectedVersion: 1, technology: "Elixir", text: "Hummed to the servers.", tags: ["music"] };
  await world.north.execute(editPoint, "recruiter", changed);
  const trail = await transaction({ organisationId: world.north.organisationId, readOnly: true }, async (tx) =>
    JSON.stringify(await tx.select().from(auditPayloads)),
  );
  expect(trail).not.toMatch(/Sang to|Hummed to|sang to|hummed to/);
  expect(trail).toContain("textHash");
  expect(await world.north.ask(onePoint, "recruiter", { id })).toMatchObject({
    text: "Hummed to the servers.",
    version: 2,
  });
  const same = { technology: "elixir", text: "hummed to the servers" };
  expect((await refusalOf(world.north.execute(addPoint, "recruiter", same))).code).toBe("conflict");
});

test("a retired point is found only where one looks for it", async () => {
  const { id } = await world.north.execute(addPoint, "recruiter", { technology: "Fortran", text: "Kept the weather." });
  await world.north.execute(retirePoint, "recruiter", { id });
  const found = async (state: string) => (await listed({ q: "weather", filters: { state } })).rows.map((row) => row.id);
  expect(await found("offered")).toEqual([]);
  expect(await found("retired")).toEqual([id]);
  await world.north.execute(reinstatePoint, "recruiter", { id });
  expect(await found("offered")).toEqual([id]);
});

test("who reaches their team sees its points and those of all, and gives points to no other", async () => {
  const point = { technology: "Zig", text: "Wrote an allocator." };
  const { id } = await world.north.execute(addPoint, "recruiter", { ...point, teamId: world.north.teamId });
  const recruiter = await world.north.as("recruiter");
  const grants = combineGrants([{ "tailoring:read": ["team"], "tailoring:write": ["team"] }]);
  const stranger = { ...recruiter, personId: world.north.contactId, grants, teamIds: [world.north.emptyTeamId] };
  const ids = async (actor: PersonActor) => (await listed({}, actor)).rows.map((row) => row.id);
  expect(await ids({ ...stranger, teamIds: [world.north.teamId] })).toContain(id);
  expect(await ids(stranger)).not.toContain(id);
  expect(await ids(stranger)).toContain(world.north.pointId);
});
