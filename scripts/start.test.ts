import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeCluster } from "./postgres/cluster";
import { readRecord } from "./postgres/place";
import { freePort } from "./postgres/ports";
import { isAlive } from "./postgres/take-over";
import { makeFixtureProject } from "./testing/fixture-project";
import { startProject } from "./testing/started";

type Answer = { pid: number; organisations: number };
const asRoot = process.getuid?.() === 0;

async function ask(port: string): Promise<Answer> {
  return (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as Answer;
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (await what()) return;
    await pause(50);
  }
  throw new Error("It did not happen within 10 s.");
}

const postmaster = (project: string): number => {
  const data = readRecord(join(project, ".landfall"))?.data ?? "";
  return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
};

/** For a test that starts and ends everything several times, in milliseconds: also beside other work on two cores. */
const manyStarts = 90_000;

describe("npm start", () => {
  let project = "";
  let PORT = "";

  beforeAll(async () => {
    // Only its owner may enter it: for root that is the clone in a folder of mode 0700.
    project = mkdtempSync(join(tmpdir(), "landfall-start-"));
    chmodSync(project, 0o700);
    makeFixtureProject(project);
    PORT = String(await freePort());
  });

  afterAll(async () => {
    await removeCluster(join(project, ".landfall"));
    rmSync(project, { recursive: true, force: true });
  });

  it("says in one line which setting is wrong and why", async () => {
    const started = startProject(project, { PORT: "http" });
    expect(await started.ended).toBe(1);
    expect(started.output()).toBe("PORT is not a whole number from 1 to 65535.\n");
  });

  it("says in one line that the port is taken and what to do, before anything else", async () => {
    const other = createServer().listen(Number(PORT), "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const started = startProject(project, { PORT });
    expect(await started.ended).toBe(1);
    expect(started.output()).toBe(
      `Port ${PORT} is taken by another program: stop that, or choose another port, such as PORT=3000 npm start.\n`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it("says in one line that the database cannot be reached", async () => {
    const DATABASE_URL = `postgres://app:secret@127.0.0.1:${await freePort()}/landfall`;
    const started = startProject(project, { PORT, DATABASE_URL, DATABASE_OWNER_URL: DATABASE_URL });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(
      /^The database server at 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\): start it/,
    );
    expect(started.output().trim().split("\n")).toHaveLength(1);
    expect(started.output()).not.toContain("secret");
  });

  it(
    "starts everything, survives crashes and kills, keeps the data, and stops cleanly",
    async () => {
      const first = startProject(project, { PORT });
      await first.printed(/Landfall runs at http:\/\/localhost:\d+/);
      await first.printed(/c@demo\.example/);
      expect(await ask(PORT)).toMatchObject({ organisations: 1 });
      for (const name of ["postgres.json", "keys/master-key", "keys/auth-secret"]) {
        expect(statSync(join(project, ".landfall", name)).mode & 0o077, name).toBe(0);
      }

      const second = startProject(project, { PORT: String(await freePort()) });
      expect(await second.ended).toBe(1);
      expect(second.output()).toMatch(/^Landfall runs already at http:\/\/localhost:\d+ \(process \d+\)/);
      expect(second.output()).toContain(`:${PORT} `);

      const before = await ask(PORT);
      await fetch(`http://127.0.0.1:${PORT}/crash`).catch(() => undefined);
      await first.printed(/The web server stopped \(code 3\) and starts again in 1 s/);
      await until(async () => (await ask(PORT).catch(() => before)).pid !== before.pid);

      const postgres = postmaster(project);
      const web = (await ask(PORT)).pid;
      const runner = Number(readFileSync(join(project, ".landfall", "runner.pid"), "utf8"));
      first.process.kill("SIGKILL");
      expect(await first.ended).toBe("SIGKILL");
      await until(() => !isAlive(web) && !isAlive(runner));
      expect(isAlive(postgres)).toBe(true);

      const again = startProject(project, { PORT });
      await again.printed(/Landfall runs at/);
      expect(again.output()).toContain("taken over");
      expect(isAlive(postgres)).toBe(false);
      expect(await ask(PORT)).toMatchObject({ organisations: 1 });

      const pids = [(await ask(PORT)).pid, postmaster(project)];
      again.process.kill("SIGTERM");
      expect(await again.ended).toBe(0);
      expect(pids.map(isAlive)).toEqual([false, false]);
      expect(existsSync(join(project, ".landfall", "running.json"))).toBe(false);
    },
    manyStarts,
  );

  it("starts Postgres again when that is what ended", async () => {
    const started = startProject(project, { PORT });
    await started.printed(/Landfall runs at/);
    process.kill(postmaster(project), "SIGKILL");
    await started.printed(/Postgres stopped and starts again/);
    await until(async () => (await ask(PORT).catch(() => undefined))?.organisations === 1);
    started.process.kill("SIGINT");
    expect(await started.ended).toBe(0);
  });

  it("does not take a pid file of somebody else's process for a running server", async () => {
    const data = readRecord(join(project, ".landfall"))?.data ?? "";
    writeFileSync(join(data, "postmaster.pid"), `${process.pid}\n${data}\n`);
    const started = startProject(project, { PORT });
    await started.printed(/Landfall runs at/);
    expect(started.output()).not.toContain("taken over");
    started.process.kill("SIGTERM");
    expect(await started.ended).toBe(0);
  });
});

describe.runIf(asRoot)("npm start of an ordinary user", () => {
  it(
    "keeps everything in the project's own folder",
    async () => {
      const project = mkdtempSync(join(tmpdir(), "landfall-start-"));
      const user = { uid: 65_534, gid: 65_534 };
      makeFixtureProject(project, { ownPackages: true });
      execFileSync("chown", ["-R", `${user.uid}:${user.gid}`, project]);
      const PORT = String(await freePort());
      const started = startProject(project, { PORT }, user);
      await started.printed(/Landfall runs at/);
      expect(await ask(PORT)).toMatchObject({ organisations: 1 });
      expect(readRecord(join(project, ".landfall"))?.data).toBe(join(project, ".landfall", "postgres"));
      expect(statSync(join(project, ".landfall", "postgres")).uid).toBe(user.uid);
      started.process.kill("SIGTERM");
      expect(await started.ended).toBe(0);
      rmSync(project, { recursive: true, force: true });
    },
    manyStarts,
  );
});
