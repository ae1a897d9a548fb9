import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { getRequestConfig } from "next-intl/server";
import { env } from "../env";

type Messages = Record<string, Record<string, unknown>>;

export const defaultLocale = "en";

const cached = new Map<string, Promise<Messages>>();

/** What next-intl knows in one request: the locale and its messages, a namespace for each file in messages/<locale>/. */
export default getRequestConfig(async () => ({
  locale: defaultLocale,
  messages: await messagesOf(defaultLocale),
  timeZone: "UTC",
}));

/** Read once in production; in development at each request, so that an edited text shows after a reload. */
function messagesOf(locale: string): Promise<Messages> {
  const known = cached.get(locale);
  if (known) return known;
  const reading = read(path.join(process.cwd(), "messages", locale));
  if (env.LANDFALL_ENV === "production") cached.set(locale, reading);
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
