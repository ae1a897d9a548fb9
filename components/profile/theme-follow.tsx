"use client";

import { useTheme } from "next-themes";
import { useEffect, useRef } from "react";

type Theme = "system" | "light" | "dark";

/** The theme that the account chose comes along to every browser, and what is chosen here goes back to the account. */
export function ThemeFollow({ stored, save }: { stored: string; save: (theme: Theme) => Promise<unknown> }) {
  const { theme, setTheme } = useTheme();
  const known = useRef<string | null>(null);
  useEffect(() => {
    if (known.current === null) {
      known.current = stored;
      if (theme !== stored) setTheme(stored);
    } else if (theme && theme !== known.current) {
      known.current = theme;
      void save(theme as Theme);
    }
  }, [theme, stored, setTheme, save]);
  return null;
}
