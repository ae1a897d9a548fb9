import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { StartFailure } from "../start-failure";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The path of a Chromium for the journeys: Playwright's own, else one of the machine; installs one where there is none (as root by
 * apt-get, else Playwright's). Refuses with a StartFailure that says what to do.
 */
export function findChromium(): string {
  return (
    presentChromium() ??
    installedBy("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]) ??
    installedBy(process.execPath, [join("node_modules", "@playwright", "test", "cli.js"), "install", "chromium"]) ??
    refuse()
  );
}

function presentChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  return found ?? ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find((path) => existsSync(path));
}

function installedBy(program: string, args: string[]): string | undefined {
  if (program === "apt-get") {
    if (process.getuid?.() !== 0) return undefined;
    try {
      execFileSync("apt-get", ["update"], { stdio: "ignore" });
    } catch {
      return undefined;
    }
  }
  console.log("  … Installing Chromium");
  const done = spawnSync(program, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return done.status === 0 ? presentChromium() : undefined;
}

function refuse(): never {
  throw new StartFailure(
    "There is no Chromium for the journeys and none could be installed: install one, or name it in CHROMIUM_PATH.",
  );
}
