import { describe, expect, test } from "vitest";
import { neighboursIn } from "@/lib/entry/list-neighbours";
import { askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { testWorld } from "@/lib/platform/testing/world";
import { caseload } from "@/lib/programmes/lists";

const world = testWorld();

describe.each(["", "f.running=yes", "sort=-endsOn", "sort=lastContact"])("the list as “%s” asks for it", (search) => {
  test("its rows lead from one to the next and back, whoever comes first", async () => {
    const actor = await world.north.as("administrator");
    await askTogether(actor, async (context) => {
      const params = new URLSearchParams(search);
      const sort = params.get("sort") ?? undefined;
      const { rows } = await readList(context, caseload, {
        ...(sort ? { sort: sort.replace("-", ""), descending: sort.startsWith("-") } : {}),
        filters: search.startsWith("f.") ? { running: "yes" } : {},
      });
      expect(rows.length).toBeGreaterThan(2);
      for (const [at, { id }] of rows.entries())
        expect(await neighboursIn(context, caseload, params, id)).toEqual({
          previous: rows[at - 1]?.id ?? null,
          next: rows[at + 1]?.id ?? null,
        });
    });
  });
});

test("who matches the list no longer still knows who comes next in it", async () => {
  const actor = await world.north.as("administrator");
  await askTogether(actor, async (context) => {
    const all = (await readList(context, caseload, {})).rows.map(({ id }) => id);
    const landed = (await readList(context, caseload, { filters: { state: "landed" } })).rows.map(({ id }) => id);
    const other = all.find((id) => !landed.includes(id))!;
    const after = all.slice(all.indexOf(other)).find((id) => landed.includes(id)) ?? null;
    const found = await neighboursIn(context, caseload, new URLSearchParams("f.state=landed"), other);
    expect(found.next).toBe(after);
  });
});

test("another organisation’s record, or an address that is no list’s, has none", async () => {
  const actor = await world.north.as("administrator");
  const none = { previous: null, next: null };
  await askTogether(actor, async (context) => {
    expect(await neighboursIn(context, caseload, new URLSearchParams(), world.south.programmeId)).toEqual(none);
    const odd = new URLSearchParams("sort=nothing&f.what=1");
    expect(await neighboursIn(context, caseload, odd, world.north.programmeId)).toEqual(none);
  });
});
