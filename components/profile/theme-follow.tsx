"use client";

import { useEffect, useRef } from "react";
import { KeepTheme, keepTheme, useTheme, type Theme } from "@/components/ui/theme";

interface ThemeFollowProps {
  stored: Theme;
  save: (theme: Theme) => Promise<unknown>;
  nonce?: string;
}

/** The theme that the account chose comes along to every browser, and what is chosen here goes back to the account. */
export function ThemeFollow({ stored, save, nonce }: ThemeFollowProps) {
  const theme = useTheme();
  const known = useRef<Theme | null>(null);
  useEffect(() => {
    if (known.current === null) {
      known.current = stored;
      keepTheme(stored);
    } else if (theme && theme !== known.current) {
      known.current = theme;
      void save(theme);
    }
  }, [theme, stored, save]);
  return <KeepTheme theme={stored} nonce={nonce} />;
}
