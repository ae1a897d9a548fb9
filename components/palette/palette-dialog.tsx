"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { overlayClasses } from "@/components/ui/dialog";
import { startOf } from "./marked";
import { PaletteList } from "./palette-list";
import type { PaletteGroup, PaletteItem } from "./types";

export interface PaletteDialogProps {
  initial: string;
  groups: PaletteGroup[];
  search?: (query: string, signal: AbortSignal) => Promise<PaletteGroup[]>;
  onAction?: (id: string) => void;
  onClose: () => void;
}

export function PaletteDialog({ initial, groups, search, onAction, onClose }: PaletteDialogProps) {
  const t = useTranslations("ui.palette");
  const router = useRouter();
  const [query, setQuery] = useState(initial);
  const [found, setFound] = useState<{ query: string; groups: PaletteGroup[] }>({ query: "", groups: [] });
  const typed = query.trim();
  const asks = Boolean(search) && typed.length >= 2;

  useEffect(() => {
    if (!search || typed.length < 2) return;
    const stop = new AbortController();
    const wait = setTimeout(() => {
      search(typed, stop.signal)
        .catch(() => [])
        .then((result) => {
          if (!stop.signal.aborted) setFound({ query: typed, groups: result });
        });
    }, 120);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [search, typed]);

  const fitting = groups.map((group) => ({
    ...group,
    items: typed ? group.items.filter((item) => startOf(item.label, typed) >= 0) : group.items,
  }));
  const choose = (item: PaletteItem) => {
    onClose();
    if (item.href) router.push(item.href);
    else onAction?.(item.id);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className={overlayClasses} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed start-1/2 top-[12vh] z-50 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 data-[state=open]:animate-rise rtl:translate-x-1/2 phone:top-3"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <PaletteList
            query={query}
            onQuery={setQuery}
            groups={asks ? [...found.groups, ...fitting] : fitting}
            busy={asks && found.query !== typed}
            onChoose={choose}
            onClose={onClose}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
