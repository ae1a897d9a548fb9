// npm leaves the optional packages of other platforms out of package-lock.json when the registry it asked does not have them, and
// `npm ci` then refuses the lockfile on every machine. This enters them: name and version stand in the packages that want them,
// the platform stands in the name. `npm run lockfile` does it; a test says when it is due.
import { readFileSync, renameSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const systems = ["darwin", "linux", "win32", "android", "freebsd", "openharmony", "aix", "sunos", "netbsd", "openbsd"];
const processors = ["arm64", "x64", "arm", "ia32", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"];

const lockfile = JSON.parse(readFileSync(file, "utf8"));
const packages = lockfile.packages;
const added = [];

for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (path === "" || isKnown(path, name)) continue;
    const version = range.replace(/^[~^=]/, "");
    if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${path} wants ${name}@${range}: enter it by hand.`);
    packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
    added.push(`${name}@${version}`);
  }
}

if (added.length > 0) {
  const [root, ...others] = Object.entries(packages);
  lockfile.packages = Object.fromEntries([root, ...others.sort(([one], [other]) => one.localeCompare(other, "en"))]);
  writeFileSync(`${file}.new`, `${JSON.stringify(lockfile, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
console.log(added.length > 0 ? `Added ${added.join(", ")}` : "Nothing was missing.");

function isKnown(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

function platformOf(name) {
  const words = name.split("/").at(-1).replace("windows", "win32").split("-");
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = words.includes("musl") ? ["musl"] : words.some((word) => /^gnu/.test(word)) ? ["glibc"] : [];
  return Object.fromEntries(
    Object.entries({ os, cpu, libc: os.includes("linux") ? libc : [] }).filter(([, values]) => values.length > 0),
  );
}
