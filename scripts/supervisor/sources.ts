import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folders = ["app", "components", "db", "inngest", "lib", "messages", "public"];
const rootFiles = /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\.\w+|(proxy|instrumentation[\w-]*)\.ts)$/;
const tests = /\.test\.tsx?$/;

/** A hash of everything a build is made of (tests are not): the same hash, the same build. */
export function hashSources(project: string): string {
  const hash = createHash("sha256");
  const add = (path: string) =>
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(project, path)))
      .update("\0");
  for (const name of readdirSync(project).sort()) if (rootFiles.test(name)) add(name);
  for (const folder of folders) {
    if (!existsSync(join(project, folder))) continue;
    const entries = readdirSync(join(project, folder), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && !tests.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1));
    for (const path of paths.sort()) add(path);
  }
  return hash.digest("hex").slice(0, 20);
}
