import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/platform/env";

export type Messages = Record<string, Record<string, unknown>>;

export const defaultLocale = "en";

/** The languages that there are messages for. */
const available: readonly string[] = [defaultLocale];

const cached = new Map<string, Promise<Messages>>();

/** The language of `messages/` for a person's locale ("de-CH" → "de" once there is German); English when there is none. */
export function languageOf(locale: string | null | undefined): string {
  const language = locale?.split("-")[0]?.toLowerCase() ?? defaultLocale;
  return available.includes(language) ? language : defaultLocale;
}

/** All messages of a language, a namespace for each file. Read once; in development anew, so that an edited text shows. */
export function messagesOf(language: string): Promise<Messages> {
  const known = cached.get(language);
  if (known) return known;
  const reading = read(path.join(process.cwd(), "messages", language));
  if (env.LANDFALL_ENV !== "development") cached.set(language, reading);
  return reading;
}

async function read(folder: string): Promise<Messages> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const entries = files.map(async (file) => {
    const text = await readFile(path.join(folder, file), "utf8");
    return [path.basename(file, ".json"), JSON.parse(text) as Record<string, unknown>] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
