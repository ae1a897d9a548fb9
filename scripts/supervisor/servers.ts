import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StartFailure } from "../start-failure";
import type { Build } from "./build";
import { startChild } from "./child";
import type { Child } from "./child";

/** What both servers are given: settings by name. */
export type ServerSettings = Readonly<Record<string, string | undefined>> & { PORT: string; LANDFALL_HOST: string };

export type ServerOptions = {
  project: string;
  build: Build;
  settings: ServerSettings;
  logs: string;
  withRunner: boolean;
  /** Prints what the servers print, as a container does. */
  loud?: boolean;
};

/** The running servers of an installation. */
export type Servers = { web: Child; runner: Child | undefined; stop: () => Promise<void> };

/**
 * Starts the web server and the background runner of a build and waits until both answer. Refuses with a StartFailure that says
 * what the one that failed said.
 */
export async function startServers({
  project,
  build,
  settings,
  logs,
  withRunner,
  loud = false,
}: ServerOptions): Promise<Servers> {
  const follow = ["--enable-source-maps", "--import", join(project, "scripts", "supervisor", "follow-parent.mjs")];
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...settings,
    NODE_ENV: "production",
    HOSTNAME: settings.LANDFALL_HOST,
  };
  const web = startChild({
    title: "web server",
    run: [...follow, join(build.web, "server.js")],
    env,
    cwd: build.web,
    log: join(logs, "web.log"),
    loud,
  });
  const runner = withRunner
    ? startChild({
        title: "background runner",
        run: [...follow, build.runner],
        env,
        cwd: project,
        log: join(logs, "runner.log"),
        loud,
      })
    : undefined;
  const stop = async () => {
    await Promise.all([web.stop(), runner?.stop()]);
  };
  try {
    await answering(web, "web server", join(logs, "web.log"), localAddress(settings));
  } catch (error) {
    await stop();
    throw error;
  }
  if (runner) await settled(runner, join(logs, "runner.log"), stop);
  return { web, runner, stop };
}

/** Address at which this machine reaches the web server itself. */
export function localAddress({ PORT, LANDFALL_HOST }: Pick<ServerSettings, "PORT" | "LANDFALL_HOST">): string {
  const host = ["0.0.0.0", "::"].includes(LANDFALL_HOST) ? "127.0.0.1" : LANDFALL_HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}

/** Waits until a server answers under /health. */
export async function answering(child: Child, title: string, log: string, address: string): Promise<void> {
  const until = Date.now() + 60_000;
  const failure = child.failed.then((said) => {
    throw new StartFailure(`The ${title} did not start: ${lastLineOf(said)} (all of it: ${log})`);
  });
  failure.catch(() => undefined);
  let why = "no answer";
  while (Date.now() < until) {
    const asked = fetch(`${address}/health`, { signal: AbortSignal.timeout(5_000) });
    try {
      const response = await Promise.race([asked, failure]);
      if (response.ok) {
        child.healthy();
        return;
      }
      why = `HTTP ${response.status}`;
    } catch (error) {
      if (error instanceof StartFailure) throw error;
    }
    await Promise.race([pause(40), failure]);
  }
  throw new StartFailure(`The ${title} did not become healthy within a minute (${why}): ${log} says more.`);
}

/** A runner has no port to ask; it is taken to run when it does not end at once, and watched from then on. */
async function settled(runner: Child, log: string, stop: () => Promise<void>): Promise<void> {
  const said = await Promise.race([runner.failed, pause(150).then(() => undefined)]);
  if (said !== undefined) {
    await stop();
    throw new StartFailure(`The background runner did not start: ${lastLineOf(said)} (all of it: ${log})`);
  }
  runner.healthy();
}

function lastLineOf(said: string): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
  return lines.findLast((line) => /error|Error|not set/.test(line)) ?? lines.at(-1) ?? "it said nothing";
}
