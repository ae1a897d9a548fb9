import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../../..");

interface Source {
  text: string;
  imports: string[];
  side: "client" | "actions" | "either";
}

const read = new Map<string, Source>();

/**
 * Which parts of the messages the browser's components say that a file of `app` brings, itself or by what it imports, also later: two names
 * deep, or a whole namespace where that is not to be told. Components of the server say theirs there, and actions only send answers.
 * @param entry the file's path from the project's folder
 */
export function saidInBrowser(entry: string): Set<string> {
  const said = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string, above: boolean) => {
    if (seen.has(`${file} ${above}`)) return;
    seen.add(`${file} ${above}`);
    const { text, imports, side } = sourceOf(file);
    if (side === "actions") return;
    const inBrowser = above || side === "client";
    if (inBrowser) for (const part of saidIn(text, file)) said.add(part);
    for (const imported of imports) visit(imported, inBrowser);
  };
  visit(path.join(root, entry), false);
  return said;
}

function sourceOf(file: string): Source {
  const known = read.get(file);
  if (known) return known;
  const text = readFileSync(file, "utf8");
  const loaded = text.replace(/^import type [^;]*;/gm, "");
  const names = [...loaded.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"((?:@\/|\.)[^"]+)"/g)].map(([, name]) => name!);
  const imports = names.flatMap((name) => {
    const base = name.startsWith("@/") ? path.join(root, name.slice(2)) : path.resolve(path.dirname(file), name);
    return [`${base}.ts`, `${base}.tsx`].filter((candidate) => existsSync(candidate));
  });
  const side = text.startsWith('"use client"') ? "client" : text.startsWith('"use server"') ? "actions" : "either";
  const source: Source = { text, imports, side };
  read.set(file, source);
  return source;
}

/** Which parts a file says by `useTranslations`. */
function saidIn(source: string, file: string): string[] {
  const bound = [...source.matchAll(/const (\w+) = useTranslations\("([\w.-]+)"\);/g)];
  const loose = [...source.matchAll(/useTranslations\("([\w.-]+)"\)\("([\w.-]+)"/g)];
  // In another form it would not be seen here, and its words would be missing in the browser.
  const uses = source.match(/(?<!typeof )\buseTranslations\(/g)?.length ?? 0;
  if (uses !== bound.length + loose.length)
    throw new Error(`${file}: write it as const t = useTranslations("…"); or useTranslations("…")("…"), to be found.`);
  return [
    ...loose.map(([, namespace, key]) => twoDeep(`${namespace}.${key}`)),
    ...bound.flatMap(([, name, namespace]) => {
      if (namespace!.includes(".")) return [twoDeep(namespace!)];
      const use = new RegExp(String.raw`(?<![\w.'’-])${name}(?=([(.,)}].{0,80}))`, "gs");
      return [...source.matchAll(use)].map(([, after]) => {
        const key = /^(?:\.\w+)?\(\s*["\x60]([\w-]+)(?=[."\x60])/.exec(after!)?.[1];
        return key ? `${namespace}.${key}` : namespace!;
      });
    }),
  ];
}

const twoDeep = (part: string): string => part.split(".").slice(0, 2).join(".");
