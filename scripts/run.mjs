// What npm's scripts call: `node scripts/run.mjs <script>`. Plain JavaScript without packages, because on a fresh clone there are
// none yet: it installs them when needed, bundles scripts/<script>.ts when its sources changed, and runs it in this process.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const name = process.argv[2] ?? "start";

process.chdir(project);
checkMachine();
install();
const program = await bundle();
process.argv.splice(1, 2, join(project, "scripts", `${name}.ts`));
await import(pathToFileURL(program).href);

function checkMachine() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Landfall needs Node 20.19 or newer, and this is ${process.version}: install it from nodejs.org.`);
  }
  if (process.platform === "win32") {
    fail("Landfall runs on Linux and macOS. On Windows, use the Windows Subsystem for Linux (wsl --install).");
  }
}

/** Installs the packages when there are none, when the lockfile changed since, or when one that the project names is gone. */
function install() {
  const lock = readFileSync("package-lock.json");
  const hash = createHash("sha256").update(lock).digest("hex");
  const stamp = ".cache/installed";
  if (existsSync("node_modules/.package-lock.json")) {
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash && namedAreThere()) return;
    if (isInstalled(JSON.parse(lock.toString()).packages)) return stampAs(hash);
  }
  console.log("  … Packages");
  const began = Date.now();
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ["npm", []];
  const done = spawnSync(command, [...first, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "" },
  });
  if (done.signal) process.exit(130);
  if (done.status !== 0)
    fail("The packages could not be installed (npm says why above): check the network, then start again.");
  console.log(`  ✓ Packages: installed (${Math.round((Date.now() - began) / 1000)} s)`);
  stampAs(hash);
}

/** Whether every package that package.json names has its folder. */
function namedAreThere() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  return Object.keys({ ...dependencies, ...devDependencies }).every((named) => isThere(`node_modules/${named}`));
}

/**
 * Whether what the lockfile asks for is installed; somebody may have installed by hand. What npm noted is not enough: the note may
 * have come from another folder than the packages.
 */
function isInstalled(wanted) {
  const { packages } = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8"));
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === "" || optional || peer || (packages[path]?.version === version && isThere(path)),
  );
}

function isThere(folder) {
  return existsSync(join(folder, "package.json"));
}

function stampAs(hash) {
  mkdirSync(".cache", { recursive: true });
  writeFileSync(".cache/installed", hash);
}

/** The bundle of the script, made anew when one of its sources changed (a tenth of a second; starting without it takes longer). */
async function bundle() {
  const folder = join(project, ".cache", "bin", name);
  const record = join(folder, "sources.json");
  const main = join(folder, `${name}.mjs`);
  if (existsSync(main) && existsSync(record)) {
    const sources = JSON.parse(readFileSync(record, "utf8"));
    if (Object.entries(sources).every(([path, changed]) => changedAt(path) === changed)) return main;
  }
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: { [name]: `scripts/${name}.ts` },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    alias: { "server-only": "./scripts/server-only.ts" },
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    metafile: true,
    logLevel: "error",
  }).catch(() => fail(`scripts/${name}.ts cannot be run: see above.`));
  const sources = Object.keys(result.metafile.inputs).filter((path) => existsSync(path));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    record,
    JSON.stringify(Object.fromEntries([...sources, "scripts/run.mjs"].map((path) => [path, changedAt(path)]))),
  );
  return main;
}

function changedAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs}-${found.size}` : "";
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
