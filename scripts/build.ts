import { cpSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { build as bundle } from "esbuild";
import { currentBuild } from "./supervisor/build";
import { step } from "./supervisor/progress";
import { supervise } from "./supervisor/supervise";

const project = process.cwd();

/**
 * `npm run build` makes the production build that `npm start` would make. With `--output <folder>` it also lays out there what a
 * container needs beside the packages: the web server, the runner, the migrations and the program that starts them.
 */
await supervise(async () => {
  const build = await step("Build", () => currentBuild(project));
  const position = process.argv.indexOf("--output");
  const given = position > 0 ? process.argv[position + 1] : undefined;
  if (!given) {
    console.log(`  It lies in ${join(build.web, "..")}`);
    return 0;
  }
  const output = resolve(given);
  mkdirSync(output, { recursive: true });
  cpSync(build.web, join(output, "web"), { recursive: true });
  cpSync(build.runner, join(output, "runner.mjs"));
  for (const path of ["db/migrations", "db/sql", "messages", "scripts/supervisor/follow-parent.mjs"]) {
    cpSync(join(project, path), join(output, path), { recursive: true });
  }
  await bundle({
    entryPoints: [join(project, "scripts", "container.ts")],
    outfile: join(output, "container.mjs"),
    bundle: true,
    packages: "external",
    alias: { "server-only": "./scripts/server-only.ts" },
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return 0;
});
