"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { activeHref } from "./active-href";
import type { FramePerson, NavGroup, NavItem } from "./types";

const MoreSheet = dynamic(() => import("./more-sheet").then((module) => module.MoreSheet), { ssr: false });

const slot =
  "relative flex h-(--bottombar-height) w-full flex-col items-center justify-center gap-0.5 text-xs leading-4 text-muted-foreground no-underline focus-visible:-outline-offset-2 before:absolute before:-top-px before:inset-x-[28%] before:hidden before:h-0.5 before:bg-primary before:content-[''] aria-[current=page]:font-semibold aria-[current=page]:text-primary aria-[current=page]:before:block [&>svg]:size-[22px]";

/** The phone's destinations: at most five with "More", which opens the rest. A bench has a bar of its own in its place. */
export function BottomBar({
  items,
  groups,
  person,
  userMenu,
  signOut,
}: {
  items: NavItem[];
  groups: NavGroup[];
  person: FramePerson;
  userMenu: NavItem[];
  signOut?: () => Promise<void>;
}) {
  const path = usePathname();
  const t = useTranslations("ui");
  const [more, setMore] = useState<"never" | "open" | "closed">("never");
  const shown = items.slice(0, 4);
  const current = activeHref(
    groups.flatMap((group) => group.items),
    path,
  );
  const currentShown = shown.some((item) => item.href === current);
  return (
    <nav
      aria-label={t("frame.main")}
      data-slot="bottombar"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-border-strong bg-card pb-[env(safe-area-inset-bottom)] wide:hidden [body:has([data-slot=bench])_&]:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {shown.map((item) => (
          <li key={item.href}>
            <Link href={item.href} aria-current={item.href === current ? "page" : undefined} className={slot}>
              <Icon name={item.icon} />
              <span className="max-w-full truncate tracking-tight">{item.label}</span>
              {item.attention ? (
                <span className="absolute start-[calc(50%+6px)] top-1.5 h-[17px] min-w-[17px] rounded-full bg-primary px-1 text-center text-[12px] leading-[17px] font-semibold text-primary-foreground tabular-nums">
                  {item.attention}
                  <span className="sr-only"> {t("frame.waiting")}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-haspopup="dialog"
            aria-expanded={more === "open"}
            aria-current={!currentShown && current ? "page" : undefined}
            onClick={() => setMore("open")}
            className={cn(slot)}
          >
            <Icon name="menu" />
            {t("frame.more")}
          </button>
        </li>
      </ul>
      {more === "never" ? null : (
        <MoreSheet
          open={more === "open"}
          onOpenChange={(open) => setMore(open ? "open" : "closed")}
          groups={groups}
          current={current}
          person={person}
          userMenu={userMenu}
          signOut={signOut}
        />
      )}
    </nav>
  );
}
