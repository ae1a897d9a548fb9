import { expect, it } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import { randomUUID } from "node:crypto";
import { effectsOf, mostUnderWay } from "./testing/effects";
import { setScene, until } from "./testing/scene";
it("torture", async () => {
  const scene = await setScene(2);
  let on = true;
  const kinds = [
    "chain",
    "besides",
    "sends",
    "invokes",
    "flaky",
    "fails",
    "gives-up",
    "one-by-one",
    "flaky-besides",
    "waits",
  ];
  const name = randomUUID();
  const all: [string, string][] = [];
  const killer = (async () => {
    let rs = await Promise.all([scene.startRunner(), scene.startRunner({ endpoint: scene.endpoints[1] })]);
    let n = 0;
    while (on) {
      await pause(100 + Math.random() * 500);
      const i = n++ % 2;
      if (Math.random() < 0.4) await scene.cut();
      await rs[i]!.kill();
      rs[i] = await scene.startRunner({ endpoint: scene.endpoints[i] });
    }
    return n;
  })();
  for (let i = 0; i < 150; i++) {
    const kind = kinds[i % kinds.length]!;
    const id = await scene.send(`test/${kind}`, { number: i, group: i % 3, scene: name });
    all.push([kind, id]);
    await pause(20);
  }
  for (let round = 0; round < 14; round++) {
    for (const [kind, id] of all) if (kind === "waits") await scene.send("test/answer", { id, code: "x" });
    await pause(1000);
  }
  await pause(2000);
  on = false;
  console.log("kills", await killer);
  const bad: string[] = [];
  for (const [kind, id] of all) {
    const run = await scene.ended(kind, id).catch(async () => null);
    if (!run) {
      const r = await scene.pool.query(
        "select r.status, r.due, r.due_at, r.revision, r.attempt, r.parallel, (select json_agg(s) from runner.steps s where s.run_id=r.id) steps, (select json_agg(c) from runner.calls c where c.run_id=r.id) calls from runner.runs r where event->'data'->>'id' = $1",
        [id],
      );
      bad.push(kind + JSON.stringify(r.rows));
      continue;
    }
    const want = kind === "fails" ? "failed" : "completed";
    if (run.status !== want) bad.push(`${kind} ${run.status} ${JSON.stringify(run.error)}`);
    const times = await scene.pool.query(
      "select count(*)::int n from runner.runs where event->'data'->>'id' = $1 and function_id = $2",
      [id, `conformance-${kind}`],
    );
    if (times.rows[0].n !== 1) bad.push(`${kind} runs ${times.rows[0].n}`);
    if (kind === "sends") {
      await until("told", () => new Set(effectsOf(id)).size === 3);
      const e = await scene.pool.query("select from runner.events where data->>'id' = $1 and name = 'test/told'", [id]);
      if (e.rowCount !== 2) bad.push(`sends ${e.rowCount}`);
    }
  }
  console.log(
    "most",
    mostUnderWay(name),
    "left calls",
    (await scene.pool.query("select * from runner.calls")).rowCount,
  );
  console.log(
    "jobs left",
    (
      await scene.pool.query(
        "select t.identifier, count(*)::int, count(j.locked_at)::int locked, max(attempts) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id group by 1",
      )
    ).rows,
  );
  console.log("repeats", all.filter(([k, id]) => k === "chain" && effectsOf(id).length > 2).length);
  console.log(bad.slice(0, 10).join("\n"), bad.length);
  await scene.end();
  expect(bad).toEqual([]);
}, 180000);
