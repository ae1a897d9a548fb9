"use client";

import Link from "next/link";
import { useTheme } from "next-themes";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { FramePerson, NavItem } from "./types";

/** Who is signed in, at the foot of the sidebar: own pages, theme, sign-out. */
export function UserMenu({ person, items, signOut }: { person: FramePerson; items: NavItem[]; signOut?: ReactNode }) {
  const t = useTranslations("ui");
  const { theme, setTheme } = useTheme();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-start text-sm leading-[1.15rem] hover:bg-sidebar-accent rail:justify-center rail:px-0">
        <Avatar name={person.name} photo={person.photo} me />
        <span className="min-w-0 rail:sr-only">
          <b className="block break-words text-foreground">
            <bdi>{person.name}</bdi>
          </b>
          <span className="block text-muted-foreground">{person.role}</span>
        </span>
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" className="min-w-56">
        {items.map((item) => (
          <DropdownMenuItem key={item.href} asChild>
            <Link href={item.href}>
              <Icon name={item.icon} />
              {item.label}
            </Link>
          </DropdownMenuItem>
        ))}
        {items.length > 0 ? <DropdownMenuSeparator /> : null}
        <DropdownMenuLabel>{t("frame.theme")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
          <DropdownMenuRadioItem value="system">{t("frame.themeSystem")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="light">{t("frame.themeLight")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="dark">{t("frame.themeDark")}</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
        {signOut ? (
          <>
            <DropdownMenuSeparator />
            {signOut}
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
