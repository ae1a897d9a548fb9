"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { activeHref } from "./active-href";
import type { NavGroup } from "./types";

/** The sidebar's groups. Between 761 and 1024 px only icons are left; the word stays for screen readers and as a title. */
export function NavList({ groups }: { groups: NavGroup[] }) {
  const path = usePathname();
  const t = useTranslations("ui");
  const current = activeHref(
    groups.flatMap((group) => group.items),
    path,
  );
  return groups.map((group) => (
    <div key={group.label} className="pt-4">
      <h2 className="px-2.5 pb-1 text-xs font-medium text-muted-foreground rail:sr-only">{group.label}</h2>
      <ul>
        {group.items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              title={item.label}
              aria-current={item.href === current ? "page" : undefined}
              className="group relative flex h-[34px] items-center gap-2.5 rounded-md px-2.5 text-inherit no-underline transition-colors duration-(--fast) before:absolute before:inset-y-2 before:start-0 before:hidden before:w-0.5 before:bg-primary before:content-[''] hover:bg-sidebar-accent hover:text-foreground aria-[current=page]:bg-sidebar-accent aria-[current=page]:font-semibold aria-[current=page]:text-foreground aria-[current=page]:before:block rail:h-10 rail:justify-center rail:px-0"
            >
              <Icon name={item.icon} className="group-aria-[current=page]:text-primary" />
              <span className="min-w-0 truncate rail:sr-only">{item.label}</span>
              {item.attention ? (
                <span className="ms-auto inline-flex items-center gap-1 text-xs font-semibold text-warning tabular-nums rail:absolute rail:top-0.5 rail:end-0.5 rail:ms-0">
                  <Icon name="clock" size="small" className="rail:hidden" />
                  {item.attention}
                  <span className="sr-only"> {t("frame.waiting")}</span>
                </span>
              ) : item.count !== undefined ? (
                <span className="ms-auto text-xs font-normal text-muted-foreground tabular-nums rail:hidden">
                  {item.count}
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));
}
