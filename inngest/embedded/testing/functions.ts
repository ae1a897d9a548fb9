import { setTimeout as pause } from "node:timers/promises";
import { Inngest, NonRetriableError, RetryAfterError } from "inngest";
import type { InngestFunction } from "inngest";
import { EmbeddedSendEvent } from "../send-event";
import { counted, effect } from "./effects";

export const signingKey = "signkey-test-0123456789abcdef0123456789abcdef";

export const client = new Inngest({
  id: "conformance",
  isDev: false,
  checkpointing: false,
  signingKey,
  eventKey: "embedded",
  middleware: [EmbeddedSendEvent],
  logger: { debug() {}, info() {}, warn() {}, error() {} },
});

const quickly = { retries: 3 } as const;

export const chain = client.createFunction(
  { id: "chain", triggers: [{ event: "test/chain" }], ...quickly },
  async ({ event, step }) => {
    const one = await step.run("first", async () => {
      await effect(event.data.id, "first");
      return { count: 1 };
    });
    const two = await step.run("second", async () => {
      await effect(event.data.id, "second");
      return { count: one.count + 1 };
    });
    return { sum: one.count + two.count };
  },
);

export const sleeps = client.createFunction(
  { id: "sleeps", triggers: [{ event: "test/sleeps" }] },
  async ({ event, step }) => {
    await step.run("before", () => effect(event.data.id, "before"));
    await step.sleep("pause", "1s");
    await step.run("after", () => effect(event.data.id, "after"));
  },
);

export const sleepsUntil = client.createFunction(
  { id: "sleeps-until", triggers: [{ event: "test/sleeps-until" }] },
  async ({ event, step }) => {
    await step.run("before", () => effect(event.data.id, "before"));
    await step.sleepUntil("moment", event.data.until as string);
    await step.run("after", () => effect(event.data.id, "after"));
  },
);

export const waits = client.createFunction(
  { id: "waits", triggers: [{ event: "test/waits" }] },
  async ({ event, step }) => {
    const answer = await step.waitForEvent("answer", { event: "test/answer", timeout: "1h", match: "data.id" });
    await step.run("after", () => effect(event.data.id, `answered ${answer?.data.code}`));
    return { code: answer?.data.code };
  },
);

export const givesUp = client.createFunction(
  { id: "gives-up", triggers: [{ event: "test/gives-up" }] },
  async ({ event, step }) => {
    const answer = await step.waitForEvent("answer", {
      event: "test/answer",
      timeout: "1s",
      if: "async.data.id == event.data.id && async.data.code == 'yes'",
    });
    await step.run("after", () => effect(event.data.id, answer ? "answered" : "gave up"));
  },
);

export const sends = client.createFunction(
  { id: "sends", triggers: [{ event: "test/sends" }] },
  async ({ event, step }) => {
    const sent = await step.sendEvent("tell", [
      { name: "test/told", data: { id: event.data.id, number: 1 } },
      { name: "test/told", data: { id: event.data.id, number: 2 } },
    ]);
    await step.run("after", () => effect(event.data.id, "after"));
    return { sent: sent.ids.length };
  },
);

export const told = client.createFunction(
  { id: "told", triggers: [{ event: "test/told" }] },
  async ({ event, step }) => {
    await step.run("hear", () => effect(event.data.id, `told ${event.data.number}`));
  },
);

export const doubled = client.createFunction(
  { id: "doubled", triggers: [{ event: "test/double" }] },
  async ({ event, step }) => {
    await step.run("work", () => effect(event.data.id, "invoked"));
    if (event.data.fails) throw new NonRetriableError("cannot double");
    return { twice: (event.data.number as number) * 2 };
  },
);

export const invokes = client.createFunction(
  { id: "invokes", triggers: [{ event: "test/invokes" }] },
  async ({ event, step }) => {
    const { id, number } = event.data;
    const result = await step.invoke("double", { function: doubled, data: { id, number } });
    await step.run("after", () => effect(id, `got ${result.twice}`));
    const failed = await step
      .invoke("double badly", { function: doubled, data: { id, number, fails: true } })
      .catch((error: Error) => error.message);
    return { ...result, failed };
  },
);

export const besides = client.createFunction(
  { id: "besides", triggers: [{ event: "test/besides" }] },
  async ({ event, step }) => {
    const { id } = event.data;
    const side = (name: string) =>
      step.run(name, async () => {
        await effect(id, name);
        return name;
      });
    const [a, b, c] = await Promise.all([
      side("a"),
      side("b").then((name) => step.run("b further", async () => effect(id, "b further").then(() => `${name}+`))),
      step.sleep("pause", "1s").then(() => "slept"),
    ]);
    await step.run("after", () => effect(id, "after"));
    return [a, b, c];
  },
);

const failures = new Map<string, number>();

function failsFirst(id: string, times: number): void {
  const failed = failures.get(id) ?? 0;
  failures.set(id, failed + 1);
  if (failed < times) throw new Error(`not yet ${failed + 1}`);
}

export const flaky = client.createFunction(
  { id: "flaky", triggers: [{ event: "test/flaky" }], retries: 3 },
  async ({ event, step, attempt }) => {
    await step.run("unsure", async () => {
      await effect(event.data.id, `attempt ${attempt}`);
      failsFirst(`${event.data.id} step`, 2);
    });
    await effect(event.data.id, `between ${attempt}`);
    failsFirst(`${event.data.id} function`, 1);
    await step.run("after", () => effect(event.data.id, "after"));
    return "done";
  },
);

export const flakyBesides = client.createFunction(
  { id: "flaky-besides", triggers: [{ event: "test/flaky-besides" }], retries: 1 },
  async ({ event, step }) => {
    const { id } = event.data;
    const tryTo = (name: string, times: number) =>
      step.run(name, async () => {
        await effect(id, name);
        failsFirst(`${id} ${name}`, times);
        return name;
      });
    return Promise.all([tryTo("once", 1), tryTo("always", 9).catch((error: Error) => error.message)]);
  },
);

export const fails = client.createFunction(
  {
    id: "fails",
    triggers: [{ event: "test/fails" }],
    retries: 1,
    onFailure: async ({ event, error, step }) => {
      const { id } = event.data.event.data;
      await step.run("tell", () => effect(id, `failed: ${error.message}`));
    },
  },
  async ({ event, step }) => {
    await step.run("never", async () => {
      await effect(event.data.id, "tried");
      if (event.data.final) throw new NonRetriableError("for good");
      throw new Error("again and again");
    });
  },
);

export const later = client.createFunction(
  { id: "later", triggers: [{ event: "test/later" }], retries: 1 },
  async ({ event, step, attempt }) => {
    await step.run("ask", async () => {
      await effect(event.data.id, `asked ${attempt}`);
      if (attempt === 0) throw new RetryAfterError("busy", new Date(Date.now() + 900));
    });
  },
);

export const oneByOne = client.createFunction(
  {
    id: "one-by-one",
    triggers: [{ event: "test/one-by-one" }],
    concurrency: [{ limit: 2 }, { limit: 1, key: "event.data.group" }],
  },
  async ({ event, step }) => {
    const { id, group, scene } = event.data;
    for (const name of ["first", "second"]) {
      await step.run(name, () =>
        counted(scene, () =>
          counted(`${scene}:${group}`, async () => {
            await effect(id, name);
            await pause(20);
          }),
        ),
      );
    }
  },
);

export const onceOnly = client.createFunction(
  { id: "once-only", triggers: [{ event: "test/once-only" }], idempotency: "event.data.key" },
  async ({ event, step }) => {
    await step.run("work", () => effect(event.data.key, "worked"));
  },
);

export const stoppable = client.createFunction(
  {
    id: "stoppable",
    triggers: [{ event: "test/stoppable" }],
    cancelOn: [{ event: "test/stop", match: "data.id" }],
  },
  async ({ event, step }) => {
    await step.run("before", () => effect(event.data.id, "before"));
    await step.sleep("pause", "1s");
    await step.run("after", () => effect(event.data.id, "after"));
  },
);

export const asksTooMuch = client.createFunction(
  { id: "asks-too-much", triggers: [{ event: "test/asks-too-much" }] },
  async ({ step }) => {
    await step.waitForEvent("answer", { event: "test/answer", timeout: "1h", if: "async.data.n > event.data.n" });
  },
);

export const everyMinute = client.createFunction(
  { id: "every-minute", triggers: [{ cron: "* * * * *" }] },
  async ({ event, step }) => {
    await step.run("tick", () => effect("cron", new Date(event.ts ?? 0).toISOString()));
  },
);

export const functions: readonly InngestFunction.Any[] = [
  chain,
  sleeps,
  sleepsUntil,
  waits,
  givesUp,
  sends,
  told,
  doubled,
  invokes,
  besides,
  flaky,
  flakyBesides,
  fails,
  later,
  oneByOne,
  onceOnly,
  stoppable,
  asksTooMuch,
  everyMinute,
];
