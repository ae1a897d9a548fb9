import "server-only";
import { getTranslations } from "next-intl/server";
import { isIconName } from "@/components/ui/is-icon-name";
import type { NavGroup, NavItem } from "@/components/frame/types";
import { modules } from "@/lib/modules";
import { scopesOf, type PersonActor } from "@/lib/platform/actor";
import type { NavigationItem } from "@/lib/platform/module";
import { moduleIsOn } from "@/lib/platform/plans";

const groups = ["work", "executives", "records", "looking-back", "organisation"] as const;

/** What this person may use: the sidebar in its groups, and the home with up to three of it for the phone's bar. */
export async function navigationFor(actor: PersonActor): Promise<{ nav: NavGroup[]; bottom: NavItem[] }> {
  const t = await getTranslations();
  const usable = modules
    .filter(({ key }) => moduleIsOn(actor.organisation, key))
    .flatMap(({ key, navigation = [] }) => navigation.map((item) => ({ ...item, module: key })))
    .filter((item) => mayUse(actor, item))
    // Who has a caseload and sees all programmes as well finds both on one page.
    .filter(({ path }, index, items) => items.findIndex((item) => item.path === path) === index)
    .sort((a, b) => a.position - b.position);
  const shown = (item: (typeof usable)[number]): NavItem => ({
    href: `/${actor.organisation.slug}${item.path}`,
    label: t(`${item.module}.navigation.${item.key}`),
    icon: isIconName(item.icon) ? item.icon : "circle",
    ...(item.path === "" ? { exact: true } : {}),
    ...(item.also ? { also: item.also.map((path) => `/${actor.organisation.slug}${path}`) } : {}),
  });
  const home: NavItem = {
    href: `/${actor.organisation.slug}`,
    label: t(`frame.home.${runsCaseload(actor) ? "day" : "home"}`),
    icon: runsCaseload(actor) ? "sun" : "house",
    exact: true,
  };
  const nav = groups
    .map((group) => ({
      label: t(`frame.groups.${group}`),
      items: [...(group === "work" ? [home] : []), ...usable.filter((item) => item.group === group).map(shown)],
    }))
    .filter(({ items }) => items.length > 0);
  const bottom = [
    home,
    ...usable
      .filter((item) => item.phone !== undefined)
      .sort((a, b) => (a.phone ?? 0) - (b.phone ?? 0))
      .slice(0, 3)
      .map(shown),
  ];
  return { nav, bottom };
}

/** Whose home is a day's work. */
const runsCaseload = (actor: PersonActor): boolean => scopesOf(actor, "programmes:read").has("caseload");

function mayUse(actor: PersonActor, item: NavigationItem): boolean {
  const held = scopesOf(actor, item.permission);
  return item.scopes ? item.scopes.some((scope) => held.has(scope as never)) : held.size > 0;
}
