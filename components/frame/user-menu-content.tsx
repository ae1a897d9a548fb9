"use client";

import { useTranslations } from "next-intl";
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
import { Link } from "@/components/ui/link";
import { keepTheme, useTheme, type Theme } from "@/components/ui/theme";
import type { OpensAtOnce } from "./late-menu";
import { SignOutItem } from "./sign-out-item";
import { UserButton } from "./user-button";
import type { UserMenuProps } from "./user-menu";

/** The menu behind the person's name. */
export function UserMenuContent({ person, items, signOut, openAtOnce }: UserMenuProps & OpensAtOnce) {
  const t = useTranslations("ui");
  const theme = useTheme();
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <UserButton person={person} />
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
        <DropdownMenuRadioGroup value={theme ?? undefined} onValueChange={(chosen) => keepTheme(chosen as Theme)}>
          <DropdownMenuRadioItem value="system">{t("frame.themeSystem")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="light">{t("frame.themeLight")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="dark">{t("frame.themeDark")}</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
        {signOut ? (
          <>
            <DropdownMenuSeparator />
            <SignOutItem action={signOut} />
          </>
        ) : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
