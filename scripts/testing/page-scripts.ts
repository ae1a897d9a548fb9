import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a page may add to the framework, in kB (1,000 bytes) gzipped. */
export const mostPerPage = 60;

/**
 * Kilobytes (1,000 bytes) of a page's first load, gzipped file by file as they are sent: all scripts that its markup names, in tags and
 * in its data, because a browser loads both at once. What it loads when something opens is not in it, nor are old browsers' polyfills.
 * @param output the build's folder `.next`
 */
export function scriptsOf(output: string, html: string): number {
  const modern = html.replace(/<script[^>]*nomodule[^>]*>/gi, "");
  return sizeOf(output, [...new Set(modern.match(/static\/chunks\/[\w./~-]+\.js/g) ?? [])]);
}

/** The same of what Next.js and React are on every page. */
export function frameworkScripts(output: string): number {
  const manifest = JSON.parse(readFileSync(join(output, "build-manifest.json"), "utf8")) as { rootMainFiles: string[] };
  return sizeOf(output, manifest.rootMainFiles);
}

const sizes = new Map<string, number>();

function sizeOf(output: string, files: readonly string[]): number {
  let bytes = 0;
  for (const file of files) {
    const path = join(output, file);
    const size = sizes.get(path) ?? gzipSync(readFileSync(path)).length;
    sizes.set(path, size);
    bytes += size;
  }
  return bytes / 1000;
}
