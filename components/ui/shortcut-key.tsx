"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** ⌘ on Apple's machines, Ctrl on the others. */
export function ShortcutKey() {
  const apple = useSyncExternalStore(never, isApple, () => true);
  return apple ? "⌘" : "Ctrl ";
}
