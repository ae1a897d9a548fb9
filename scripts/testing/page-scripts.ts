import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const packed = promisify<Buffer, Buffer>(gzip);

/** What a page may add to the framework, in kB (1,000 bytes) gzipped. */
export const mostPerPage = 60;

/**
 * The scripts of a page's first load: all that its markup names, in tags and in its data, because a browser loads both at once. What it
 * loads when something opens is not in it, nor are old browsers' polyfills.
 */
export function scriptsOf(html: string): string[] {
  const modern = html.replace(/<script[^>]*nomodule[^>]*>/gi, "");
  return [...new Set(modern.match(/static\/chunks\/[\w./~-]+\.js/g) ?? [])];
}

/** What Next.js and React are on every page. */
export function frameworkScripts(output: string): string[] {
  const manifest = JSON.parse(readFileSync(join(output, "build-manifest.json"), "utf8")) as { rootMainFiles: string[] };
  return manifest.rootMainFiles;
}

/**
 * Kilobytes (1,000 bytes) of scripts, gzipped file by file as they are sent. Beside the thread: who asks for pages goes on reading them.
 * @param output the build's folder `.next`
 */
export async function weightOf(output: string, scripts: readonly string[]): Promise<number> {
  const weights = await Promise.all(scripts.map((script) => weigh(join(output, script))));
  return weights.reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

const known = new Map<string, Promise<number>>();

function weigh(path: string): Promise<number> {
  const weight = known.get(path) ?? readFile(path).then(async (text) => (await packed(text)).length);
  known.set(path, weight);
  return weight;
}
