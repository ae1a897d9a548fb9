import type { IconName } from "@/components/ui/icon";

export interface PaletteItem {
  id: string;
  label: string;
  /** At the end of the line: phase, role, firm. */
  sub?: string;
  icon: IconName;
  /** Where it leads. An action without an address is run by `onAction`. */
  href?: string;
  /** The key that does it without the palette. */
  shortcut?: string;
}

export interface PaletteGroup {
  /** "People", "Actions" */
  label: string;
  items: PaletteItem[];
}

export interface Shortcut {
  /** Each key as it is written on it: ["⌘", "K"]. */
  keys: string[];
  label: string;
}

export interface ShortcutGroup {
  label: string;
  shortcuts: Shortcut[];
}
