import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { browserMessages, forBrowser } from "./browser-messages";
import { messagesOf } from "./messages";

const root = path.resolve(import.meta.dirname, "../../..");

const covers = (entry: string, part: string) => part === entry || part.startsWith(`${entry}.`);

test("a browser is sent the messages that its components say, and no namespace that none of them says", async () => {
  const messages = await messagesOf("en");
  // A name that one file binds twice is looked up in both namespaces, so what is in neither is nothing said.
  const exists = (part: string) => {
    const [namespace = "", key] = part.split(".");
    return key === undefined ? namespace in messages : key in (messages[namespace] ?? {});
  };
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(root, folder, file)),
  );
  const said = new Set(files.flatMap((file) => saidIn(readFileSync(file, "utf8"))));
  // The style guide brings its own.
  const parts = [...said].filter((part) => exists(part) && !covers("styleguide", part));
  expect(parts.length).toBeGreaterThan(100);
  expect(parts.filter((part) => !browserMessages.some((entry) => covers(entry, part)))).toEqual([]);
  expect(browserMessages.filter((entry) => !parts.some((part) => covers(entry, part)))).toEqual([]);
});

test("what is sent is a part of the whole, with its names", () => {
  const messages = {
    ui: { ok: "OK" },
    people: { list: { title: "People" }, edit: { title: "Edit" } },
    audit: { a: "b" },
  };
  expect(forBrowser(messages, ["ui", "people.edit", "people.gone"])).toEqual({
    ui: { ok: "OK" },
    people: { edit: { title: "Edit" } },
  });
});

/** Which parts of the messages a file says by `useTranslations`: two names deep, or a whole namespace where that is not to be told. */
function saidIn(source: string): string[] {
  const bound = [...source.matchAll(/const (\w+) = useTranslations\("([\w.-]+)"\);/g)];
  const loose = [...source.matchAll(/useTranslations\("([\w.-]+)"\)\("([\w.-]+)"/g)];
  return [
    ...loose.map(([, namespace, key]) => twoDeep(`${namespace}.${key}`)),
    ...bound.flatMap(([, name, namespace]) => {
      if (namespace!.includes(".")) return [twoDeep(namespace!)];
      const use = new RegExp(String.raw`(?<![\w.'’-])${name}(?=[(.,)}])(.{0,80})`, "gs");
      return [...source.matchAll(use)].map(([, after]) => {
        const key = /^(?:\.\w+)?\(\s*["\x60]([\w-]+)(?=[."\x60])/.exec(after!)?.[1];
        return key ? `${namespace}.${key}` : namespace!;
      });
    }),
  ];
}

const twoDeep = (part: string): string => part.split(".").slice(0, 2).join(".");
