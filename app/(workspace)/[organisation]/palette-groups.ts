import "server-only";
import { getTranslations } from "next-intl/server";
import { isIconName } from "@/components/ui/is-icon-name";
import type { NavGroup } from "@/components/frame/types";
import type { PaletteGroup } from "@/components/palette/types";
import { modules } from "@/lib/modules";
import { may, type PersonActor } from "@/lib/platform/actor";
import { moduleIsOn } from "@/lib/platform/plans";

/** What the palette offers before anything is typed: the pages of the sidebar, and what the modules let this person do. */
export async function paletteGroups(actor: PersonActor, nav: readonly NavGroup[]): Promise<PaletteGroup[]> {
  const t = await getTranslations();
  const pages = nav.flatMap(({ items }) => items).map(({ href, label, icon }) => ({ id: href, href, label, icon }));
  const actions = modules
    .filter(({ key }) => moduleIsOn(actor.organisation, key))
    .flatMap(({ key, actions: offered = [] }) => offered.map((action) => ({ ...action, module: key })))
    .filter(({ permission }) => may(actor, permission))
    .map(({ key, module, path, icon }) => ({
      id: `${module}.${key}`,
      label: t(`${module}.actions.${key}`),
      icon: isIconName(icon) ? icon : ("circle" as const),
      href: `/${actor.organisation.slug}${path}`,
    }));
  return [
    { label: t("records.palette.actions"), items: actions },
    { label: t("records.palette.pages"), items: pages },
  ].filter(({ items }) => items.length > 0);
}
