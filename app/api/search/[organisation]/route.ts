import { getTranslations } from "next-intl/server";
import { isIconName } from "@/components/ui/is-icon-name";
import type { PaletteGroup, PaletteItem } from "@/components/palette/types";
import { personRoute } from "@/lib/entry/person-route";
import { ask } from "@/lib/platform/execute";
import { find, type FoundRecord } from "@/lib/records/queries/search";

/** What the command palette finds on the server: records in which every word stands, grouped by kind, the best kind first. */
export const GET = personRoute<{ organisation: string }>(async ({ request, params, actor, facts }) => {
  const words = (new URL(request.url).searchParams.get("words") ?? "").slice(0, 200);
  const found = await ask(find, actor, { words, limit: 12 }, facts);
  const groups = await groupsOf(found, params.organisation);
  return Response.json({ groups }, { headers: { "cache-control": "no-store" } });
});

async function groupsOf(found: readonly FoundRecord[], organisation: string): Promise<PaletteGroup[]> {
  const t = await getTranslations("records");
  const groups = new Map<string, PaletteItem[]>();
  for (const { entity, id, title, path, icon } of found) {
    const items = groups.get(entity) ?? [];
    items.push({
      id: `${entity}:${id}`,
      label: title,
      icon: isIconName(icon) ? icon : "file",
      href: `/${organisation}${path}`,
    });
    groups.set(entity, items);
  }
  return [...groups].map(([entity, items]) => ({
    label: t.has(`kinds.${entity}`) ? t(`kinds.${entity}`) : t("otherKind"),
    items,
  }));
}
