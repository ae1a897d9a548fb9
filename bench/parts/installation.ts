import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import type pg from "pg";
import { closeDatabase, useDatabase } from "@/db/client";
import { seedWorlds, worldOf } from "@/db/seed/world";
import { withClient } from "@/scripts/postgres/with-client";
import { freePort } from "@/scripts/postgres/ports";
import { StartFailure } from "@/scripts/start-failure";
import { currentBuild, type Build } from "@/scripts/supervisor/build";
import { step } from "@/scripts/supervisor/progress";
import { startServers } from "@/scripts/supervisor/servers";
import type { Stops } from "@/scripts/supervisor/supervise";
import { startTestCluster } from "@/scripts/testing/cluster";
import { installationSettings, startInstallation } from "@/scripts/testing/installation";
import { fillCaseloads, type SignedIn } from "./fill";

/** A running Landfall with many programmes, and people who are signed in there. */
export interface LargeInstallation {
  build: Build;
  /** Address of the organisation's home. */
  home: string;
  executives: Visitor[];
  consultants: Visitor[];
  administrator: Visitor;
  consultant: Visitor;
  executive: Visitor;
  /** Puts more into its database, as superuser. */
  fill(work: (client: pg.Client) => Promise<void>): Promise<void>;
  /** Runs what a background function would do to its database. */
  work<T>(work: () => Promise<T>): Promise<T>;
  /** Starts a second web server of the same build on the same database, with settings on top. */
  another(settings: Record<string, string>): Promise<{ home: string }>;
}

/** Somebody who is signed in: the cookie, and the name that their pages show. */
export interface Visitor {
  cookie: string;
  name: string;
}

const cookieName = "authjs.session-token";

/**
 * Starts the production build on a database of `programmes` programmes of one organisation. BENCH_AS_BUILT=1 takes the newest build that
 * is there, though sources changed since.
 */
export async function largeInstallation(project: string, stops: Stops, programmes: number): Promise<LargeInstallation> {
  const build = await step("Build", async () =>
    process.env.BENCH_AS_BUILT ? newestBuild(project) : currentBuild(project),
  );
  const cluster = await startTestCluster();
  stops.push(cluster.remove);
  const source = {
    project,
    build,
    folder: cluster.folder,
    superUrl: cluster.superUrl("DATABASE"),
    ownerUrl: cluster.ownerUrl("DATABASE"),
    appUrl: cluster.appUrl("DATABASE"),
  };
  const name = "bench";
  // What is sealed in this process has to be opened in the servers.
  const { LANDFALL_MASTER_KEY = "", AUTH_SECRET = "" } = process.env;
  const keys = { LANDFALL_MASTER_KEY, AUTH_SECRET };
  const installation = await step("Installation", () =>
    startInstallation(source, { name, demo: false, settings: keys }),
  );
  stops.push(installation.stop);
  const settings = { ...installationSettings(installation.folder, installation.appUrl, await freePort()), ...keys };
  const inDatabase = async <T>(work: () => Promise<T>): Promise<T> => {
    useDatabase(installation.appUrl);
    const done = await work();
    await closeDatabase();
    useDatabase(null);
    return done;
  };
  const filled = await step(`${programmes.toLocaleString("en")} programmes`, async () => {
    await inDatabase(seedWorlds);
    return withClient(cluster.superUrl(name), (client) => fillCaseloads(client, worldOf("north").ids, programmes));
  });
  const visitors = (people: SignedIn[]) => Promise.all(people.map((one) => visitor(one, AUTH_SECRET)));
  const slug = worldOf("north").ids.slug;
  return {
    build,
    home: `${installation.url}/${slug}`,
    executives: await visitors(filled.executives),
    consultants: await visitors(filled.consultants),
    administrator: await visitor(filled.world.administrator, AUTH_SECRET),
    consultant: await visitor(filled.world.consultant, AUTH_SECRET),
    executive: await visitor(filled.world.executive, AUTH_SECRET),
    fill: (work) => withClient(cluster.superUrl(name), work),
    work: inDatabase,
    async another(more) {
      const port = String(await freePort());
      const servers = await startServers({
        project,
        build,
        settings: { ...settings, PORT: port, LANDFALL_URL: `http://localhost:${port}`, LANDFALL_DEMO: "0", ...more },
        logs: join(installation.folder, "logs-without"),
        withRunner: false,
      });
      stops.push(servers.stop);
      return { home: `http://localhost:${port}/${slug}` };
    },
  };
}

/** The cookie of a session that is there, as a sign-in would have set it; signing 500 people in would measure argon2. */
async function visitor({ userId, sessionId, name }: SignedIn, secret: string): Promise<Visitor> {
  const token = await encode({ token: { userId, sessionId }, secret, salt: cookieName, maxAge: 86_400 });
  return { name, cookie: `${cookieName}=${token}` };
}

/** The newest finished build that is there, whatever its sources are now. */
export function newestBuild(project: string): Build {
  const builds = join(project, ".cache", "builds");
  const [newest] = (existsSync(builds) ? readdirSync(builds) : [])
    .filter((name) => !name.startsWith("unfinished"))
    .map((name) => ({ name, changed: statSync(join(builds, name)).mtimeMs }))
    .sort((one, other) => other.changed - one.changed);
  if (!newest) throw new StartFailure("There is no build yet: leave BENCH_AS_BUILT out, and it is made.");
  const folder = join(builds, newest.name);
  return { hash: newest.name, web: join(folder, "web"), runner: join(folder, "runner.mjs"), made: false };
}
