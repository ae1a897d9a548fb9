import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { InngestTestEngine } from "@inngest/test";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runnerHealth } from "./health";
import { effectAt, effectsOf, hold } from "./testing/effects";
import { besides, chain, sends } from "./testing/functions";
import { freePort } from "./testing/postgres";
import { setScene, until } from "./testing/scene";
import type { RunnerProcess, Scene } from "./testing/scene";

let scene: Scene;
const runners: RunnerProcess[] = [];

beforeAll(async () => {
  scene = await setScene(2);
});
afterAll(() => scene.end());
afterEach(() => Promise.all(runners.splice(0).map((runner) => runner.kill())));

async function start(endpoint = 0): Promise<RunnerProcess> {
  const runner = await scene.startRunner({ endpoint: scene.endpoints[endpoint] ?? "" });
  runners.push(runner);
  return runner;
}

describe("two runners and two web servers on one database", () => {
  it("do nothing twice", async () => {
    await Promise.all([start(0), start(1)]);
    const ids = await Promise.all(
      Array.from({ length: 25 }, (_, index) => scene.send(index % 2 ? "test/chain" : "test/besides")),
    );
    await Promise.all(ids.map((id, index) => scene.ended(index % 2 ? "chain" : "besides", id)));
    for (const [index, id] of ids.entries()) {
      const expected = index % 2 ? ["first", "second"] : ["a", "after", "b", "b further"];
      expect(effectsOf(id).sort()).toEqual(expected);
    }
  });

  it("take each other's work over when one is killed, and repeat only what was under way", async () => {
    const [one] = await Promise.all([start(0), start(1)]);
    const ids = Array.from({ length: 12 }, () => randomUUID());
    const held = ids.map((id) => hold(id, "second"));
    await Promise.all(ids.map((id) => scene.send("test/chain", { id })));
    await Promise.all(held.map(({ reached }) => reached));
    await one?.kill();
    for (const { release } of held) release();
    await Promise.all(ids.map((id) => scene.ended("chain", id)));
    for (const id of ids) {
      expect(effectsOf(id).filter((name) => name === "first")).toHaveLength(1);
      expect(effectsOf(id).filter((name) => name === "second").length).toBeLessThanOrEqual(2);
    }
    const { rows } = await scene.pool.query(
      "select from runner.steps where status = 'done' and output = '{\"count\": 2}'",
    );
    expect(rows.length).toBeGreaterThanOrEqual(12);
  });
});

describe("a runner", () => {
  it("has the effect long before the next poll after the event, and goes from step to step at once", async () => {
    await start();
    await scene.ended("chain", await scene.send("test/chain"));
    const lags: number[] = [];
    const steps: number[] = [];
    for (let round = 0; round < 15; round++) {
      const sent = Date.now();
      const id = await scene.send("test/chain");
      await scene.ended("chain", id);
      lags.push((effectAt(id, "first") ?? 0) - sent);
      steps.push((effectAt(id, "second") ?? 0) - (effectAt(id, "first") ?? 0));
    }
    const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
    // Tens of milliseconds on a quiet machine; whoever waits for the next poll, every two seconds, has a median of one.
    expect(median(lags)).toBeLessThan(500);
    expect(median(steps)).toBeLessThan(500);
  });

  it("lets a call under way end when it is asked to stop, and leaves the rest to the next one", async () => {
    const runner = await start();
    const id = randomUUID();
    const held = hold(id, "first");
    await scene.send("test/chain", { id });
    await held.reached;
    const stopped = runner.stop();
    await pause(100);
    held.release();
    await stopped;
    expect(effectsOf(id)).toEqual(["first"]);
    await start();
    await scene.ended("chain", id);
    expect(effectsOf(id)).toEqual(["first", "second"]);
  });

  it("gives a call up that does not end, stops within five seconds, and has it called again", async () => {
    const runner = await start();
    const id = randomUUID();
    const held = hold(id, "first");
    await scene.send("test/chain", { id });
    await held.reached;
    const asked = Date.now();
    await runner.stop();
    expect(Date.now() - asked).toBeLessThan(5_000);
    await start();
    await until("it is called again", () => effectsOf(id).length === 2);
    held.release();
    expect(await scene.ended("chain", id)).toMatchObject({ status: "completed", steps: 2 });
  });

  it("waits for a web server that is not there yet, without counting attempts", async () => {
    runners.push(await scene.startRunner({ endpoint: `http://127.0.0.1:${await freePort()}/api/inngest` }));
    const id = await scene.send("test/chain");
    await pause(500);
    expect(effectsOf(id)).toEqual([]);
    await runners.pop()?.kill();
    await start();
    expect(await scene.ended("chain", id)).toMatchObject({ status: "completed" });
  });

  it("goes on when the database has cut all its connections", async () => {
    await start();
    const id = randomUUID();
    const held = hold(id, "first");
    await scene.send("test/chain", { id });
    const sleeping = await scene.send("test/sleeps");
    await held.reached;
    await scene.cut();
    held.release();
    expect(await scene.ended("chain", id)).toMatchObject({ status: "completed", steps: 2 });
    expect(effectsOf(id)).toEqual(["first", "second"]);
    expect(await scene.ended("sleeps", sleeping)).toMatchObject({ status: "completed" });
    const next = await scene.send("test/chain");
    expect(await scene.ended("chain", next)).toMatchObject({ status: "completed" });
    expect((await runnerHealth(scene.pool)).runners).toBe(1);
  });

  it("finds what is due and has lost its job, and deletes what ended long ago", async () => {
    const sleeping = await scene.send("test/sleeps");
    const chained = await scene.send("test/chain");
    const old = await scene.send("test/chain");
    const first = await start();
    await scene.ended("chain", old);
    await scene.ended("chain", chained);
    await until(
      "it sleeps",
      async () => (await scene.pool.query("select from runner.steps where status = 'waiting'")).rowCount,
    );
    await first.kill();
    const unprocessed = randomUUID();
    const lost = await scene.send("test/chain", {}, unprocessed);
    await scene.pool.query("delete from graphile_worker._private_jobs where key is null or key not like 'cron:%'");
    await scene.pool.query("update runner.events set received_at = now() - interval '1 minute' where id = $1", [
      unprocessed,
    ]);
    await scene.pool.query("update runner.steps set due_at = now() - interval '1 minute' where status = 'waiting'");
    await scene.pool.query(
      "update runner.runs set ended_at = now() - interval '8 days' where event->'data'->>'id' = $1 and status <> 'active'",
      [old],
    );
    await start();
    expect(await scene.ended("chain", lost)).toMatchObject({ status: "completed" });
    expect(await scene.ended("sleeps", sleeping)).toMatchObject({ status: "completed" });
    const kept = await scene.pool.query<{ id: string }>("select event->'data'->>'id' as id from runner.runs");
    expect(kept.rows.map(({ id }) => id)).toContain(chained);
    expect(kept.rows.map(({ id }) => id)).not.toContain(old);
  });

  it("says how it fares in ids and counts", async () => {
    await start();
    await scene.ended("chain", await scene.send("test/chain"));
    const health = await runnerHealth(scene.pool);
    expect(health.runners).toBe(1);
    expect(health.failed24h).toBe(0);
    expect(health.queueLagSeconds).toBeLessThan(5);
    expect(health.lastRuns.find(({ functionId }) => functionId === "conformance-chain")).toMatchObject({
      status: "completed",
    });
  });
});

describe("the served functions", () => {
  it("refuse calls that are not signed", async () => {
    const url = `${scene.endpoints[0]}?fnId=conformance-chain&stepId=step`;
    const body = JSON.stringify({ event: { name: "test/chain", data: { id: "unsigned" } }, ctx: { run_id: "x" } });
    const response = await fetch(url, { method: "POST", body, headers: { "content-type": "application/json" } });
    expect(response.status).toBe(401);
    expect(effectsOf("unsigned")).toEqual([]);
  });

  // Not those that wait for events: the test engine hands the SDK a promise where it wants the event.
  it.each([
    ["chain", chain, "test/chain", { sum: 3 }],
    ["besides", besides, "test/besides", ["a", "b+", "slept"]],
    ["sends", sends, "test/sends", { sent: 2 }],
  ] as const)("end the same under Inngest's own test engine: %s", async (name, fn, event, output) => {
    await start();
    const id = await scene.send(event);
    expect((await scene.ended(name, id)).output).toEqual(output);

    const engine = new InngestTestEngine({
      function: fn,
      events: [{ name: event, data: { id: `${id} engine` } }],
      steps: name === "besides" ? [{ id: "pause", handler: () => null }] : [],
    });
    expect((await engine.execute()).result).toEqual(output);
    const own = effectsOf(id).filter((effect) => !effect.startsWith("told"));
    expect(new Set(effectsOf(`${id} engine`))).toEqual(new Set(own));
  });
});
