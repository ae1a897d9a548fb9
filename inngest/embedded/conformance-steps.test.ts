import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { effectAt, effectsOf, hold } from "./testing/effects";
import { setScene, until } from "./testing/scene";
import type { RunnerProcess, Scene } from "./testing/scene";

let scene: Scene;
let runner: RunnerProcess;

beforeAll(async () => {
  scene = await setScene();
  runner = await scene.startRunner();
});
afterAll(() => scene.end());

async function killAndStart(): Promise<void> {
  await runner.kill();
  runner = await scene.startRunner();
}

const stepsDone = async (id: string): Promise<number> => {
  const { rows } = await scene.pool.query<{ done: number }>(
    `select count(*)::int as done from runner.steps s join runner.runs r on r.id = s.run_id
     where r.event->'data'->>'id' = $1 and s.status = 'done'`,
    [id],
  );
  return rows[0]?.done ?? 0;
};

const stepsWaiting = async (id: string): Promise<number> => {
  const { rows } = await scene.pool.query<{ waiting: number }>(
    `select count(*)::int as waiting from runner.steps s join runner.runs r on r.id = s.run_id
     where r.event->'data'->>'id' = $1 and s.status = 'waiting'`,
    [id],
  );
  return rows[0]?.waiting ?? 0;
};

describe("step.run", () => {
  it("runs each step once and hands results on", async () => {
    const id = await scene.send("test/chain");
    expect(await scene.ended("chain", id)).toMatchObject({ status: "completed", output: { sum: 3 }, steps: 2 });
    expect(effectsOf(id)).toEqual(["first", "second"]);
  });

  it("is repeated when its runner was killed in the middle, and recorded once", async () => {
    const id = crypto.randomUUID();
    const held = hold(id, "second");
    await scene.send("test/chain", { id });
    await held.reached;
    await killAndStart();
    held.release();
    expect(await scene.ended("chain", id)).toMatchObject({ status: "completed", output: { sum: 3 }, steps: 2 });
    expect(effectsOf(id)).toEqual(["first", "second", "second"]);
  });
});

describe("step.sleep", () => {
  it("goes on after the time", async () => {
    const slept: number[] = [];
    // The queue's own poll comes every two seconds. A busy machine may delay any of three, hardly all of them.
    while (slept.length < 3 && !(Math.min(...slept) < 1_500)) {
      const id = await scene.send("test/sleeps");
      await scene.ended("sleeps", id);
      expect(effectsOf(id)).toEqual(["before", "after"]);
      slept.push((effectAt(id, "after") ?? 0) - (effectAt(id, "before") ?? 0));
    }
    expect(Math.min(...slept)).toBeGreaterThanOrEqual(1_000);
    expect(Math.min(...slept)).toBeLessThan(1_900);
  });

  it("goes on after the time when the runner was killed meanwhile", async () => {
    const id = await scene.send("test/sleeps");
    await until("it sleeps", () => stepsWaiting(id));
    await killAndStart();
    await scene.ended("sleeps", id);
    expect(effectsOf(id)).toEqual(["before", "after"]);
  });
});

describe("step.sleepUntil", () => {
  it.each([false, true])("goes on at the moment (killed meanwhile: %s)", async (killed) => {
    const moment = Date.now() + 700;
    const id = await scene.send("test/sleeps-until", { until: new Date(moment).toISOString() });
    await until("it sleeps", () => stepsWaiting(id));
    if (killed) await killAndStart();
    await scene.ended("sleeps-until", id);
    expect(effectsOf(id)).toEqual(["before", "after"]);
    expect(effectAt(id, "after")).toBeGreaterThanOrEqual(moment);
  });
});

describe("step.waitForEvent", () => {
  it.each([false, true])("takes the event that matches, and only that (killed meanwhile: %s)", async (killed) => {
    const id = await scene.send("test/waits");
    const other = await scene.send("test/waits");
    await until("both wait", async () => (await stepsWaiting(id)) + (await stepsWaiting(other)) === 2);
    if (killed) await killAndStart();
    await scene.send("test/answer", { id, code: "c1" });
    expect(await scene.ended("waits", id)).toMatchObject({ status: "completed", output: { code: "c1" } });
    await scene.send("test/answer", { id, code: "c2" });
    expect(effectsOf(id)).toEqual(["answered c1"]);
    expect(effectsOf(other)).toEqual([]);
  });

  it.each([false, true])("takes an event that arrives while no runner is there (then killed: %s)", async (killed) => {
    const id = await scene.send("test/waits");
    await until("it waits", () => stepsWaiting(id));
    await runner.kill();
    await scene.send("test/answer", { id, code: "c3" });
    runner = await scene.startRunner();
    if (killed) await killAndStart();
    await scene.ended("waits", id);
    expect(effectsOf(id)).toEqual(["answered c3"]);
  });

  it.each([false, true])(
    "gives up after the time, also where the event does not fulfil the rest (killed: %s)",
    async (killed) => {
      const id = await scene.send("test/gives-up");
      await until("it waits", () => stepsWaiting(id));
      if (killed) await killAndStart();
      await scene.send("test/answer", { id, code: "no" });
      await scene.ended("gives-up", id);
      expect(effectsOf(id)).toEqual(["gave up"]);
    },
  );

  it("fails the run with a sentence where the condition is beyond the runner", async () => {
    const id = await scene.send("test/asks-too-much", { n: 1 });
    const run = await scene.ended("asks-too-much", id);
    expect(run).toMatchObject({ status: "failed", error: { name: "Unsupported" } });
    expect(run.error?.message).toContain("is not supported");
  });
});

describe("step.sendEvent", () => {
  it("sends each event once", async () => {
    const id = await scene.send("test/sends");
    expect(await scene.ended("sends", id)).toMatchObject({ status: "completed", output: { sent: 2 } });
    await until("all is heard", () => effectsOf(id).length === 3);
    expect(effectsOf(id).sort()).toEqual(["after", "told 1", "told 2"]);
  });

  it("sends each event once when the runner is killed while what follows runs", async () => {
    const id = crypto.randomUUID();
    const held = hold(id, "told 1");
    await scene.send("test/sends", { id });
    await held.reached;
    await killAndStart();
    held.release();
    await scene.ended("sends", id);
    await until("all is heard", () => new Set(effectsOf(id)).size === 3);
    const { rows } = await scene.pool.query("select from runner.events where name = 'test/told' and data->>'id' = $1", [
      id,
    ]);
    expect(rows).toHaveLength(2);
  });
});

describe("step.invoke", () => {
  it("gives back what the function returned, or the error with which it failed", async () => {
    const id = await scene.send("test/invokes", { number: 21 });
    const run = await scene.ended("invokes", id);
    expect(run).toMatchObject({ status: "completed", output: { twice: 42, failed: "cannot double" } });
    expect(effectsOf(id)).toEqual(["invoked", "got 42", "invoked"]);
  });

  it("invokes once when the runner is killed while the other function runs", async () => {
    const id = crypto.randomUUID();
    const held = hold(id, "invoked");
    await scene.send("test/invokes", { id, number: 2 });
    await held.reached;
    await killAndStart();
    held.release();
    expect(await scene.ended("invokes", id)).toMatchObject({ output: { twice: 4 } });
    const { rows } = await scene.pool.query(
      "select from runner.runs where function_id = 'conformance-doubled' and event->'data'->>'id' = $1",
      [id],
    );
    expect(rows).toHaveLength(2);
    expect(effectsOf(id).filter((name) => name === "got 4")).toHaveLength(1);
  });
});

describe("parallel steps", () => {
  it("run beside one another, each once", async () => {
    const id = crypto.randomUUID();
    const held = hold(id, "a");
    await scene.send("test/besides", { id });
    await until("the other branch goes on meanwhile", () => effectsOf(id).includes("b further"));
    held.release();
    expect(await scene.ended("besides", id)).toMatchObject({ output: ["a", "b+", "slept"], steps: 5 });
    expect(effectsOf(id)).toHaveLength(4);
    expect(effectsOf(id).at(-1)).toBe("after");
  });

  it("are taken up where they were when the runner was killed", async () => {
    const id = crypto.randomUUID();
    const held = hold(id, "a");
    await scene.send("test/besides", { id });
    await until(
      "the other branch is through",
      async () => effectsOf(id).includes("b further") && (await stepsDone(id)) >= 2,
    );
    await killAndStart();
    held.release();
    expect(await scene.ended("besides", id)).toMatchObject({ output: ["a", "b+", "slept"], steps: 5 });
    expect(effectsOf(id).filter((name) => name === "b further")).toHaveLength(1);
    expect(effectsOf(id).filter((name) => name === "after")).toHaveLength(1);
    expect(effectsOf(id).filter((name) => name === "a")).toHaveLength(2);
  });
});
