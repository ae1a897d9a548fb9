"use client";

import { useTranslations } from "next-intl";
import { openPalette } from "@/components/palette/open";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { ShortcutKey } from "@/components/ui/shortcut-key";

/** Looks like a search field, opens the palette. */
export function SearchButton() {
  const t = useTranslations("ui");
  return (
    <button
      type="button"
      aria-label={t("frame.searchLabel")}
      aria-keyshortcuts="Meta+K Control+K"
      onClick={() => openPalette()}
      className="ms-auto flex h-9 w-80 flex-none items-center gap-2 rounded-md border border-border-strong bg-card ps-2.5 pe-1.5 text-start text-muted-foreground hover:border-input narrow:w-[220px] phone:size-11 phone:justify-center phone:border-transparent phone:bg-transparent phone:p-0 phone:text-foreground"
    >
      <Icon name="search" />
      <span className="min-w-0 truncate phone:hidden">{t("frame.search")}</span>
      <Kbd className="ms-auto phone:hidden">
        <ShortcutKey />K
      </Kbd>
    </button>
  );
}
