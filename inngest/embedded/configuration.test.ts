import { Inngest } from "inngest";
import type { InngestFunction } from "inngest";
import { describe, expect, it } from "vitest";
import { readFunctions, UnsupportedFunctions } from "./configuration";

const client = new Inngest({ id: "app", isDev: false, checkpointing: false });
const nothing = async () => null;

function define(options: Record<string, unknown>): InngestFunction.Any {
  const complete = { id: "fn", triggers: [{ event: "a/b" }], ...options };
  return client.createFunction(complete as Parameters<typeof client.createFunction>[0], nothing) as InngestFunction.Any;
}

describe("what a function says about itself", () => {
  it("is read from the SDK's object", () => {
    const [definition, failure] = readFunctions([
      define({
        triggers: [{ event: "a/b", if: "event.data.kind == 'x'" }, { cron: "0 7 * * *" }],
        retries: 5,
        concurrency: [{ limit: 10 }, { limit: 1, key: "event.data.organisationId" }],
        idempotency: "event.data.id",
        cancelOn: [{ event: "a/stopped", match: "data.id", timeout: "1d" }],
        onFailure: nothing,
      }),
    ]);
    expect(definition).toMatchObject({
      id: "app-fn",
      attempts: 6,
      triggers: [{ event: "a/b" }],
      schedules: [{ source: "0 7 * * *" }],
      concurrency: [{ limit: 10, key: null }, { limit: 1 }],
      cancelOn: [{ event: "a/stopped", condition: "event.data.id == async.data.id", timeout: "1d" }],
    });
    expect(failure).toMatchObject({ id: "app-fn-failure", triggers: [{ event: "inngest/function.failed" }] });
  });

  it("has three retries where it says nothing", () => {
    expect(readFunctions([define({})])[0]?.attempts).toBe(4);
  });

  it.each([
    [{ batchEvents: { maxSize: 10, timeout: "5s" } }, "fn: batchEvents is not supported"],
    [{ debounce: { period: "5s" } }, "fn: debounce is not supported"],
    [{ throttle: { limit: 1, period: "5s" } }, "fn: throttle is not supported"],
    [{ rateLimit: { limit: 1, period: "5s" } }, "fn: rateLimit is not supported"],
    [{ priority: { run: "event.data.rank" } }, "fn: priority is not supported"],
    [{ singleton: { mode: "skip" } }, "fn: singleton is not supported"],
    [{ timeouts: { finish: "1h" } }, "fn: timeouts is not supported"],
    [{ concurrency: { limit: 1, scope: "env" } }, "scope “env”"],
    [{ concurrency: { limit: 1, key: "event.data.a + event.data.b" } }, "concurrency: “+ event.data”"],
    [{ idempotency: "event.data.a + '-' + event.data.b" }, "idempotency:"],
    [{ triggers: [{ event: "a/b", if: "event.data.n > 3" }] }, "if: “> 3”"],
    [{ triggers: [{ event: "a/*" }] }, "wildcard"],
    [{ triggers: [{ cron: "every day" }] }, "cron:"],
    [{ triggers: [{ event: "inngest/function.cancelled" }] }, "“inngest/function.cancelled” is not supported"],
    [{ cancelOn: [{ event: "x", if: "async.data.n > event.data.n" }] }, "cancelOn:"],
    [{ retries: 21 }, "retries"],
  ])("is refused by name: %j", (options, message) => {
    expect(() => readFunctions([define(options)])).toThrow(message);
  });

  it("is refused all at once, one line each", () => {
    const faults = () => readFunctions([define({ debounce: { period: "5s" } }), define({ id: "other", throttle: {} })]);
    expect(faults).toThrow(UnsupportedFunctions);
    expect(faults).toThrow("fn: debounce is not supported\nother: throttle is not supported");
    expect(() => readFunctions([define({}), define({})])).toThrow("fn: another function has the same id");
  });
});
