"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { keysAreFree } from "@/components/ui/keys-are-free";
import { onPaletteOpen } from "./open";
import type { PaletteGroup, ShortcutGroup } from "./types";

const PaletteDialog = dynamic(() => import("./palette-dialog").then((module) => module.PaletteDialog), { ssr: false });
const ShortcutsDialog = dynamic(() => import("./shortcuts-dialog").then((module) => module.ShortcutsDialog), {
  ssr: false,
});

export interface CommandPaletteProps {
  /** Pages and actions, there at once. */
  groups: PaletteGroup[];
  /** Finds records on the server; asked 120 ms after the last key, from two letters on. */
  search?: (query: string, signal: AbortSignal) => Promise<PaletteGroup[]>;
  onAction?: (id: string) => void;
  /** What `?` shows besides our own. */
  shortcuts?: ShortcutGroup[];
}

/** ⌘K or Ctrl K finds pages, records and actions; `?` shows the keys. Its code arrives when it is first opened. */
export function CommandPalette({ groups, search, onAction, shortcuts }: CommandPaletteProps) {
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  const [query, setQuery] = useState("");
  useEffect(() => {
    const stop = onPaletteOpen((words) => {
      setQuery(words);
      setOpen("palette");
    });
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        setQuery("");
        setOpen((before) => (before === "palette" ? null : "palette"));
      } else if (event.key === "?" && keysAreFree(event)) {
        event.preventDefault();
        setOpen("shortcuts");
      }
    };
    document.addEventListener("keydown", onKey);
    return () => {
      stop();
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  const close = () => setOpen(null);
  if (open === "palette") {
    return <PaletteDialog initial={query} groups={groups} search={search} onAction={onAction} onClose={close} />;
  }
  if (open === "shortcuts") return <ShortcutsDialog more={shortcuts} onClose={close} />;
  return null;
}
