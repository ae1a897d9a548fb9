import { afterAll, beforeAll, expect, it } from "vitest";
import { effectsOf } from "./testing/effects";
import { setScene, until } from "./testing/scene";
import type { Scene } from "./testing/scene";

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
});
afterAll(() => scene.end());

const minute = 60_000;

/** By how much a clock has to be ahead to stand `seconds` before a full minute, about so many minutes from now. */
const standing = (seconds: number, minutes: number) => minutes * minute - (Date.now() % minute) - seconds * 1_000;

const completed = async () => {
  const { rowCount } = await scene.pool.query("select from runner.runs where status = 'completed'");
  return rowCount ?? 0;
};

const queued = async () => {
  const { rows } = await scene.pool.query<{ slot: string }>(
    `select payload->>'slot' as slot from graphile_worker._private_jobs where key like 'cron:%'`,
  );
  return rows.map(({ slot }) => slot);
};

it("runs each slot once, whoever runs it, and catches one up that nobody was there for", async () => {
  const ahead = standing(3, 10);
  const [one, two] = await Promise.all([scene.startRunner({ ahead }), scene.startRunner({ ahead })]);
  await until("the slot is run", async () => (await completed()) === 1);
  const [first] = effectsOf("cron");
  const second = new Date(Date.parse(first ?? "") + minute).toISOString();
  await until("the next slot is queued", async () => (await queued()).includes(second));
  await Promise.all([one.kill(), two.kill()]);
  expect(effectsOf("cron")).toEqual([first]);
  expect(await queued()).toEqual([second]);

  // Three slots later somebody is there again: the missed slot is run once, the two after it are left out.
  await scene.pool.query("update graphile_worker._private_jobs set run_at = now() where key like 'cron:%'");
  const late = await scene.startRunner({ ahead: standing(30, 13) });
  await until("the missed slot is caught up", async () => (await completed()) >= 2);
  await late.stop();
  expect(effectsOf("cron")).toEqual([first, second]);
  expect(Date.parse((await queued())[0] ?? "")).toBeGreaterThanOrEqual(Date.parse(second) + 2 * minute);
});
