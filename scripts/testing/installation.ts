import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installRunnerSchema } from "@/inngest/embedded/install";
import { freePort } from "../postgres/ports";
import { withClient } from "../postgres/with-client";
import type { Build } from "../supervisor/build";
import { installationKeys } from "../supervisor/keys";
import { startServers } from "../supervisor/servers";
import { worldsDatabase } from "./crossing";
import { templateDatabase } from "./template";

/**
 * What every installation of a test run is made from, as data, so that it can be handed to the processes of Playwright: the
 * build, the folder of the run, and addresses in which `DATABASE` stands for the name of a database.
 */
export type InstallationSource = {
  project: string;
  build: Build;
  folder: string;
  superUrl: string;
  ownerUrl: string;
  appUrl: string;
};

/** A running Landfall of a test's own: own database, own files, own web server and runner, of a build that others share. */
export type Installation = {
  url: string;
  ownerUrl: string;
  appUrl: string;
  folder: string;
  build: Build;
  stop: () => Promise<void>;
};

/** The database, and the data folder, that hold the demo organisations; each installation with them is a clone. */
export const demoDatabase = "landfall_demo";

export type InstallationOptions = {
  /** Names its database and folder; letters, digits and _. */
  name: string;
  /** Whether it has the demo organisations; else it is empty and waits for its first organisation. */
  demo: boolean;
  /** Whether it has the two organisations of the tests in place of the demo's. */
  worlds?: boolean;
  /** Settings on top, such as SMTP_URL of a server run in the test. */
  settings?: Record<string, string>;
};

/** Starts an installation in a second: its database is cloned, nothing is migrated or seeded. */
export async function startInstallation(
  source: InstallationSource,
  { name, demo, worlds = false, settings = {} }: InstallationOptions,
): Promise<Installation> {
  const address = (pattern: string, database: string) => pattern.replace(/DATABASE$/, database);
  const admin = address(source.ownerUrl, "postgres");
  const folder = join(source.folder, name);
  mkdirSync(folder, { recursive: true });
  const demoFolder = join(source.folder, demoDatabase);
  if ((demo || worlds) && existsSync(demoFolder)) cpSync(demoFolder, folder, { recursive: true });
  await withClient(admin, async (client) => {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    const template = worlds ? worldsDatabase : demo ? demoDatabase : templateDatabase;
    await client.query(`create database ${client.escapeIdentifier(name)} template ${template}`);
  });
  const port = await freePort();
  const appUrl = address(source.appUrl, name);
  const ownerUrl = address(source.ownerUrl, name);
  await installRunnerSchema(ownerUrl, "landfall_app", ["landfall_sweep"], join(source.project, "db", "sql"));
  const servers = await startServers({
    project: source.project,
    build: source.build,
    settings: { ...installationSettings(folder, appUrl, port), LANDFALL_DEMO: demo ? "1" : "0", ...settings },
    logs: join(folder, "logs"),
    withRunner: true,
  });
  const stop = async () => {
    await servers.stop();
    // An autovacuum worker may be at work in it, which only a superuser may end.
    await withClient(address(source.superUrl, "postgres"), (client) =>
      client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
    );
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, ownerUrl, appUrl, folder, build: source.build, stop };
}

/** The settings of one installation of a test run; nothing of the shell's own reaches it. */
export function installationSettings(folder: string, appUrl: string, port: number) {
  return {
    ...installationKeys(folder, {}),
    PORT: String(port),
    LANDFALL_HOST: "127.0.0.1",
    LANDFALL_URL: `http://localhost:${port}`,
    LANDFALL_INTERNAL_URL: "",
    LANDFALL_ENV: "test",
    LANDFALL_DATA: folder,
    LANDFALL_CLOCK: "",
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: "",
    DATABASE_DRIVER: "pg",
    AUTH_TRUST_HOST: "true",
    AUTH_URL: "",
    INNGEST_EVENT_KEY: "",
    INNGEST_SIGNING_KEY: "",
    INNGEST_BASE_URL: "",
    MAIL_TRANSPORT: "mailbox",
    FILES_S3_BUCKET: "",
    FILES_S3_ENDPOINT: "",
    OTEL_EXPORTER_OTLP_ENDPOINT: "",
    LOG_LEVEL: "info",
  };
}
