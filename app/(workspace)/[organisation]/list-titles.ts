import "server-only";
import { getTranslations } from "next-intl/server";

/** What lists are called, by their names: as the pages that show them, else by their names themselves. */
export async function listTitles(names: readonly string[]): Promise<Record<string, string>> {
  const t = await getTranslations();
  const titleOf = (name: string) =>
    [`${name}.title`, `${name.replace(".", ".lists.")}.caption`, `${name.split(".")[0]}.title`]
      .filter((key) => t.has(key))
      .map((key) => t(key))[0] ?? name;
  return Object.fromEntries(names.map((name) => [name, titleOf(name)]));
}
