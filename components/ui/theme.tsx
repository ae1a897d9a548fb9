"use client";

import { useSyncExternalStore } from "react";
import { EarlyScript } from "./early-script";

export type Theme = "system" | "light" | "dark";

/**
 * The theme that somebody chose on this device; null while the page comes to life, and where a browser keeps nothing.
 *
 * It is no context: one that changes while a page comes to life has React make the parts anew that are still on their way.
 */
export const useTheme = (): Theme | null => useSyncExternalStore(onKept, kept, () => null);

/** Keeps a theme on this device and shows it. It may name nothing that lies outside of it. */
export function keepTheme(theme: Theme): void {
  try {
    if (localStorage.getItem("theme") === theme) return;
    localStorage.setItem("theme", theme);
  } catch {
    return;
  }
  // Other windows are told by the browser; this one hears of it in the same way.
  window.dispatchEvent(new StorageEvent("storage", { key: "theme" }));
}

/** Shows the theme that was kept before the first paint, and each that is kept later. Stands once, at the top of each page. */
export function WearTheme({ nonce }: { nonce?: string }) {
  return <EarlyScript nonce={nonce} call={`(${wear.toString()})()`} />;
}

/** Keeps a theme before the first paint. */
export function KeepTheme({ theme, nonce }: { theme: Theme; nonce?: string }) {
  return <EarlyScript nonce={nonce} call={`(${keepTheme.toString()})(${JSON.stringify(theme)})`} />;
}

function kept(): Theme | null {
  try {
    const theme = localStorage.getItem("theme");
    return theme === "light" || theme === "dark" ? theme : "system";
  } catch {
    return null;
  }
}

function onKept(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}

/** It may name nothing that lies outside of it. */
function wear(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    let theme: string | null = null;
    try {
      theme = localStorage.getItem("theme");
    } catch {
      // A browser that keeps nothing has it as the system does.
    }
    const dark = theme === "dark" || (theme !== "light" && system.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  };
  show();
  system.addEventListener("change", show);
  window.addEventListener("storage", show);
}
