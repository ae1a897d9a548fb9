import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { effectAt, effectsOf, hold, mostUnderWay } from "./testing/effects";
import { setScene, until } from "./testing/scene";
import type { RunnerProcess, Scene } from "./testing/scene";

let scene: Scene;
let runner: RunnerProcess;

beforeAll(async () => {
  scene = await setScene();
  runner = await scene.startRunner();
});
afterAll(() => scene.end());

async function sleeping(ids: string[]): Promise<boolean> {
  const { rowCount } = await scene.pool.query(
    `select from runner.steps s join runner.runs r on r.id = s.run_id
     where r.event->'data'->>'id' = any($1) and s.status = 'waiting'`,
    [ids],
  );
  return rowCount === ids.length;
}

async function allProcessed(): Promise<boolean> {
  const { rowCount } = await scene.pool.query("select from runner.events where processed_at is null");
  return rowCount === 0;
}

async function killAndStart(): Promise<void> {
  await runner.kill();
  runner = await scene.startRunner();
}

describe("retries", () => {
  it("try a step and a function again, counting each for itself", async () => {
    const id = await scene.send("test/flaky");
    expect(await scene.ended("flaky", id)).toMatchObject({ status: "completed", output: "done" });
    expect(effectsOf(id)).toEqual([
      ...["attempt 0", "attempt 1", "attempt 2"],
      // The steps before it are handed on; the function itself counts anew after each step.
      ...["between 0", "between 1", "after", "between 0"],
    ]);
  });

  it("are counted on where the runner was killed between two attempts", async () => {
    const id = randomUUID();
    const held = hold(id, "attempt 1");
    await scene.send("test/flaky", { id });
    await held.reached;
    await killAndStart();
    held.release();
    expect(await scene.ended("flaky", id)).toMatchObject({ status: "completed" });
    const tried = effectsOf(id).filter((name) => name.startsWith("attempt"));
    expect(tried.slice(0, 3)).toEqual(["attempt 0", "attempt 1", "attempt 1"]);
    expect(tried.filter((name) => name === "attempt 0")).toHaveLength(1);
  });

  it.each([false, true])(
    "hold for steps beside one another; the last error reaches the function (killed: %s)",
    async (killed) => {
      const id = randomUUID();
      const held = killed ? hold(id, "always") : undefined;
      await scene.send("test/flaky-besides", { id });
      await held?.reached;
      if (killed) await killAndStart();
      held?.release();
      const run = await scene.ended("flaky-besides", id);
      expect(run.status).toBe("completed");
      expect(run.output).toEqual(["once", expect.stringMatching(/^not yet/)]);
      // A kill may fall into the second of the two, which is asked again then.
      const tried = effectsOf(id).filter((name) => name === "once").length;
      expect(killed ? [2, 3] : [2]).toContain(tried);
    },
  );

  it.each([false, true])("wait as long as RetryAfterError says (killed: %s)", async (killed) => {
    const id = await scene.send("test/later");
    await until("it is to be asked again", async () => {
      const { rowCount } = await scene.pool.query(
        "select from runner.runs where event->'data'->>'id' = $1 and attempt = 1",
        [id],
      );
      return rowCount === 1;
    });
    if (killed) await killAndStart();
    await scene.ended("later", id);
    // On a busy machine the kill falls into the second attempt, which is asked again then.
    const asked = killed ? [...new Set(effectsOf(id))] : effectsOf(id);
    expect(asked).toEqual(["asked 0", "asked 1"]);
    expect((effectAt(id, "asked 1") ?? 0) - (effectAt(id, "asked 0") ?? 0)).toBeGreaterThanOrEqual(850);
  });
});

describe("onFailure", () => {
  it("is called once with the error when all attempts failed", async () => {
    const id = await scene.send("test/fails");
    const run = await scene.ended("fails", id);
    expect(run).toMatchObject({ status: "failed", error: { message: "again and again" } });
    await until("it is told", () => effectsOf(id).length === 3);
    expect(effectsOf(id)).toEqual(["tried", "tried", "failed: again and again"]);
  });

  it("is called after one attempt where the error is final", async () => {
    const id = await scene.send("test/fails", { final: true });
    await until("it is told", () => effectsOf(id).length === 2);
    expect(effectsOf(id)).toEqual(["tried", "failed: for good"]);
  });

  it("is repeated when the runner is killed meanwhile, and recorded once", async () => {
    const id = randomUUID();
    const held = hold(id, "failed: for good");
    await scene.send("test/fails", { id, final: true });
    await held.reached;
    await killAndStart();
    held.release();
    const { rows } = await until("the handler ends", async () => {
      const found = await scene.pool.query(
        `select from runner.runs where function_id = 'conformance-fails-failure' and status = 'completed'
           and event->'data'->'event'->'data'->>'id' = $1`,
        [id],
      );
      return found.rowCount ? found : null;
    });
    expect(rows).toHaveLength(1);
    expect(effectsOf(id)).toEqual(["tried", "failed: for good", "failed: for good"]);
  });
});

describe("concurrency", () => {
  it.each([false, true])("lets no more calls of a kind run than it says (killed: %s)", async (killed) => {
    const name = randomUUID();
    const ids = await Promise.all(
      Array.from({ length: 9 }, (_, index) => scene.send("test/one-by-one", { group: index % 3, scene: name })),
    );
    if (killed) {
      await until("some are through", () => ids.some((id) => effectsOf(id).includes("second")));
      await runner.kill();
      // What is under way on the server ends first: nobody can call it back.
      await pause(100);
      runner = await scene.startRunner();
    }
    await Promise.all(ids.map((id) => scene.ended("one-by-one", id)));
    for (const id of ids) expect(new Set(effectsOf(id))).toEqual(new Set(["first", "second"]));
    expect(mostUnderWay(name)).toBe(2);
    for (const group of [0, 1, 2]) expect(mostUnderWay(`${name}:${group}`)).toBe(1);
    const left = await scene.pool.query("select from runner.calls");
    expect(left.rowCount).toBe(0);
  });
});

describe("idempotency", () => {
  it.each([false, true])("takes an event once, by its id (killed between: %s)", async (killed) => {
    const eventId = randomUUID();
    const id = await scene.send("test/chain", {}, eventId);
    if (killed) await killAndStart();
    await scene.send("test/chain", { id }, eventId);
    await scene.ended("chain", id);
    await pause(100);
    expect(effectsOf(id)).toEqual(["first", "second"]);
  });

  it.each([false, true])("starts one run for events with the same key (killed between: %s)", async (killed) => {
    const key = randomUUID();
    const id = await scene.send("test/once-only", { key });
    if (killed) {
      await scene.ended("once-only", id);
      await killAndStart();
    }
    await Promise.all([scene.send("test/once-only", { key }), scene.send("test/once-only", { key })]);
    await until("all is processed", allProcessed);
    const other = randomUUID();
    await scene.ended("once-only", await scene.send("test/once-only", { key: other }));
    await until("it worked", () => effectsOf(key).length > 0);
    expect(effectsOf(key)).toEqual(["worked"]);
    expect(effectsOf(other)).toEqual(["worked"]);
  });
});

describe("cancelOn", () => {
  it.each([false, true])("ends the run that the event means, and no other (killed: %s)", async (killed) => {
    const id = await scene.send("test/stoppable");
    const other = await scene.send("test/stoppable");
    await until("both sleep", () => sleeping([id, other]));
    if (killed) await killAndStart();
    await scene.send("test/stop", { id });
    expect(await scene.ended("stoppable", id)).toMatchObject({ status: "cancelled" });
    expect(await scene.ended("stoppable", other)).toMatchObject({ status: "completed" });
    expect(effectsOf(id)).toEqual(["before"]);
    expect(effectsOf(other)).toEqual(["before", "after"]);
  });

  it("throws the result of a step away that was under way", async () => {
    const id = randomUUID();
    const held = hold(id, "before");
    await scene.send("test/stoppable", { id });
    await held.reached;
    await scene.send("test/stop", { id });
    const run = await scene.ended("stoppable", id);
    held.release();
    await pause(100);
    expect(run).toMatchObject({ status: "cancelled", steps: 0 });
    expect(effectsOf(id)).toEqual(["before"]);
  });
});
