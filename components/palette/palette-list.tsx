"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { Marked } from "./marked";
import type { PaletteGroup, PaletteItem } from "./types";

export interface PaletteListProps {
  query: string;
  onQuery: (query: string) => void;
  groups: PaletteGroup[];
  busy: boolean;
  onChoose: (item: PaletteItem) => void;
  onClose: () => void;
}

/** The palette without its layer. What the server found is shown as it came; pages and actions are filtered by letters. */
export function PaletteList({ query, onQuery, groups, busy, onChoose, onClose }: PaletteListProps) {
  const t = useTranslations("ui.palette");
  const empty = groups.every((group) => group.items.length === 0);
  return (
    <Command
      label={t("title")}
      shouldFilter={false}
      loop
      className="flex max-h-[min(560px,80dvh)] w-full flex-col overflow-hidden rounded-lg border border-border-strong bg-popover text-popover-foreground shadow-float"
    >
      <div className="flex h-[52px] flex-none items-center gap-2.5 border-b border-border px-4 text-md">
        <Icon name={busy ? "loader" : "search"} className={busy ? "animate-turn text-muted-foreground" : ""} />
        <Command.Input
          value={query}
          onValueChange={onQuery}
          autoFocus
          placeholder={t("placeholder")}
          className="min-w-0 flex-1 bg-transparent focus-visible:outline-none"
        />
        <Kbd className="phone:hidden">Esc</Kbd>
        <Button
          variant="ghost"
          size="iconSmall"
          className="-me-3 wide:hidden"
          aria-label={t("close")}
          onClick={onClose}
        >
          <Icon name="x" />
        </Button>
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto pb-1.5">
        {groups
          .filter((group) => group.items.length > 0)
          .map((group) => (
            <Command.Group
              key={group.label}
              heading={group.label}
              className="[&>[cmdk-group-heading]]:px-4 [&>[cmdk-group-heading]]:pt-2.5 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-xs [&>[cmdk-group-heading]]:font-medium [&>[cmdk-group-heading]]:text-muted-foreground"
            >
              {group.items.map((item) => (
                <Command.Item
                  key={item.id}
                  value={item.id}
                  onSelect={() => onChoose(item)}
                  className="flex min-h-10 cursor-pointer items-center gap-2.5 px-4 py-1.5 aria-selected:bg-accent aria-selected:text-accent-foreground aria-selected:shadow-[inset_2px_0_0_var(--primary)] phone:min-h-12"
                >
                  <Icon name={item.icon} className="text-muted-foreground" />
                  <bdi className="min-w-0 break-words">
                    <Marked text={item.label} query={query} />
                  </bdi>
                  <span className="ms-auto flex-none text-sm text-muted-foreground">
                    {item.shortcut ? <Kbd>{item.shortcut}</Kbd> : item.sub}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        {empty && !busy ? (
          <p className="px-4 py-6 text-center text-muted-foreground">{t("nothing", { query })}</p>
        ) : null}
      </Command.List>
      <footer className="flex flex-none gap-4 border-t border-border px-4 py-2 text-xs text-muted-foreground phone:hidden">
        <span className="inline-flex items-center gap-[5px]">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> {t("choose")}
        </span>
        <span className="inline-flex items-center gap-[5px]">
          <Kbd>↵</Kbd> {t("open")}
        </span>
        <span className="inline-flex items-center gap-[5px]">
          <Kbd>?</Kbd> {t("keys")}
        </span>
      </footer>
    </Command>
  );
}
