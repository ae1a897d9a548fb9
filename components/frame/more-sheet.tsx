"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Person } from "@/components/ui/person";
import { Button } from "@/components/ui/button";
import { Sheet, SheetClose, SheetContent } from "@/components/ui/sheet";
import { ThemeSwitch } from "./theme-switch";
import type { FramePerson, NavGroup, NavItem } from "./types";

/** Everything that has no place in the phone's bottom bar. */
export function MoreSheet({
  open,
  onOpenChange,
  groups,
  current,
  person,
  userMenu,
  signOut,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: NavGroup[];
  current?: string;
  person: FramePerson;
  userMenu: NavItem[];
  signOut?: () => Promise<void>;
}) {
  const t = useTranslations("ui");
  const all = [...groups, { label: t("frame.you"), items: userMenu }].filter((group) => group.items.length > 0);
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent title={t("frame.more")}>
        <Person name={person.name} sub={person.role} photo={person.photo} me className="pb-2" />
        {all.map((group) => (
          <section key={group.label} className="pt-3">
            <h3 className="pb-1 text-xs font-medium text-muted-foreground">{group.label}</h3>
            <ul>
              {group.items.map((item) => (
                <li key={item.href}>
                  <SheetClose asChild>
                    <Link
                      href={item.href}
                      aria-current={item.href === current ? "page" : undefined}
                      className="-mx-2 flex min-h-12 items-center gap-3 rounded-md px-2 text-foreground no-underline hover:bg-muted aria-[current=page]:bg-accent aria-[current=page]:font-semibold"
                    >
                      <Icon name={item.icon} className="text-muted-foreground" />
                      {item.label}
                      <span className="ms-auto text-sm text-muted-foreground tabular-nums">
                        {item.attention ?? item.count}
                      </span>
                    </Link>
                  </SheetClose>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section className="pt-3">
          <h3 className="pb-2 text-xs font-medium text-muted-foreground">{t("frame.theme")}</h3>
          <ThemeSwitch />
        </section>
        {signOut ? (
          <form action={signOut} className="pt-5">
            <Button type="submit" block>
              <Icon name="log-out" />
              {t("frame.signOut")}
            </Button>
          </form>
        ) : null}
      </SheetContent>
    </Sheet>
  );
}
