import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { effectsOf, mostUnderWay } from "./testing/effects";
import { setScene, until } from "./testing/scene";
import type { Scene } from "./testing/scene";

/*
 * Two runners that are killed, and whose connections are cut, at random for as long as there is work. Part of `npm run torture`:
 * what it finds is a race, so it proves more the longer it runs.
 */

const kinds = [
  ...["chain", "besides", "sends", "invokes", "flaky"],
  ...["fails", "gives-up", "one-by-one", "flaky-besides", "waits"],
];
const runs = 150;

it("loses nothing, and records nothing twice, however runners end", { timeout: 240_000 }, async () => {
  const scene = await setScene(2);
  const over = new AbortController();
  const killing = killAtRandom(scene, over.signal);
  const group = randomUUID();
  const all: { kind: string; id: string }[] = [];
  for (let number = 0; number < runs; number++) {
    const kind = kinds[number % kinds.length] ?? "";
    all.push({ kind, id: await scene.send(`test/${kind}`, { number, group: number % 3, scene: group }) });
    await pause(20);
  }
  const waiting = all.filter(({ kind }) => kind === "waits");
  while ((await active(scene, all)) > 0) {
    for (const { id } of waiting) await scene.send("test/answer", { id, code: "late" });
    await pause(1_000);
  }
  over.abort();
  const kills = await killing;

  for (const { kind, id } of all) {
    const run = await scene.ended(kind, id);
    expect(run.status, `${kind} ${JSON.stringify(run.error)}`).toBe(kind === "fails" ? "failed" : "completed");
    expect(await count(scene, "runner.runs where function_id = $1 and event->'data'->>'id' = $2", [fn(kind), id])).toBe(
      1,
    );
    if (kind !== "sends") continue;
    await until("all is heard", () => new Set(effectsOf(id)).size === 3);
    expect(await count(scene, "runner.events where name = $1 and data->>'id' = $2", ["test/told", id])).toBe(2);
  }
  expect(mostUnderWay(group)).toBe(2);
  expect(await count(scene, "runner.calls where true", [])).toBe(0);
  expect(kills).toBeGreaterThan(5);
  await scene.end();
});

async function killAtRandom(scene: Scene, over: AbortSignal): Promise<number> {
  const start = (index: number) => scene.startRunner({ endpoint: scene.endpoints[index] ?? "" });
  const runners = [await start(0), await start(1)];
  for (let kills = 0; ; kills++) {
    await pause(100 + Math.random() * 500);
    if (over.aborted) return kills;
    if (Math.random() < 0.4) await scene.cut();
    await runners[kills % 2]?.kill();
    runners[kills % 2] = await start(kills % 2);
  }
}

const fn = (kind: string) => `conformance-${kind}`;

async function active(scene: Scene, all: readonly { id: string }[]): Promise<number> {
  const ids = all.map(({ id }) => id);
  const started = await count(scene, "runner.events where data->>'id' = any($1) and processed_at is null", [ids]);
  return (
    started + (await count(scene, "runner.runs where event->'data'->>'id' = any($1) and status = 'active'", [ids]))
  );
}

async function count(scene: Scene, what: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await scene.pool.query<{ count: number }>(`select count(*)::int as count from ${what}`, [...values]);
  return rows[0]?.count ?? 0;
}
