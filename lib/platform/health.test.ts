import { beforeAll, describe, expect, test } from "vitest";
import { transaction, useDatabase } from "@/db/client";
import { newId } from "@/db/tenant-table";
import { GET as jobs } from "@/app/health/jobs/route";
import { GET as scrape } from "@/app/metrics/route";
import { installRunnerSchema } from "@/inngest/embedded/install";
import { databaseHealth, faultOfJobs, jobsHealth, type JobsDetails } from "@/lib/platform/health";
import { mayObserve } from "@/lib/platform/may-observe";
import { storeEvents } from "@/lib/platform/outbox";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const calm: JobsDetails = {
  outbox: { count: 0, oldestSeconds: 0, failing: 0 },
  audit: { count: 0, oldestSeconds: 0 },
  runner: { queueLagSeconds: 0, lastRuns: [], failed24h: 0, running: 0, runners: 1 },
};

describe("health", () => {
  beforeAll(() => installRunnerSchema(world.database.ownerUrl, "landfall_app", ["landfall_sweep"]));

  test("the database answers", async () => {
    expect(await databaseHealth()).toMatchObject({ healthy: true });
  });

  test("says that no runner is at work, without figures for strangers", async () => {
    const response = await jobs(new Request("http://localhost/health/jobs"));
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "failing", reason: "No background runner is at work." });
  });

  test("counts what waits over all organisations", async () => {
    for (const { organisationId } of [world.north, world.south])
      await transaction({ organisationId }, (tx) =>
        storeEvents(tx, [{ id: newId(), name: "tests.happened", data: {} }], new Date()),
      );
    const { details } = await jobsHealth();
    expect(details).toMatchObject({ outbox: { count: 2, failing: 0 }, audit: { count: 2 }, runner: { runners: 0 } });
  });

  test("is unhealthy when work waits for more than two minutes", () => {
    expect(faultOfJobs(calm)).toBeNull();
    expect(faultOfJobs({ ...calm, runner: null })).toBeNull();
    expect(faultOfJobs({ ...calm, outbox: { count: 3, oldestSeconds: 121.4, failing: 1 } })).toBe(
      "3 events wait to be handed on, the oldest for 121 s.",
    );
    expect(faultOfJobs({ ...calm, runner: { ...calm.runner!, queueLagSeconds: 300 } })).toBe(
      "The oldest background job has been waiting for 300 s.",
    );
  });

  test("an unreachable database is said without its address", async () => {
    useDatabase("postgres://somebody:secret@127.0.0.1:9/nothing");
    const health = await databaseHealth();
    useDatabase(world.database.appUrl);
    expect(health.healthy).toBe(false);
    expect(JSON.stringify(health)).not.toMatch(/secret|somebody|127/);
  });

  test("metrics are for who may read them", async () => {
    expect((await scrape(new Request("http://localhost/metrics"))).status).toBe(404);
    const headers = new Headers({ authorization: "Bearer a token of sixteen" });
    expect(mayObserve(headers, "a token of sixteen")).toBe(true);
    expect(mayObserve(headers, "another token here")).toBe(false);
    expect(mayObserve(new Headers(), "a token of sixteen")).toBe(false);
    expect(mayObserve(new Headers({ "x-landfall-local": "1", "x-forwarded-for": "127.0.0.1" }), undefined)).toBe(false);
  });
});
