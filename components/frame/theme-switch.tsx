"use client";

import { useTheme } from "next-themes";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { ButtonGroup } from "@/components/ui/button-group";

const never = () => () => {};

/** Light, dark, or as the system says. */
export function ThemeSwitch() {
  const t = useTranslations("ui.frame");
  const { theme, setTheme } = useTheme();
  const mounted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <ButtonGroup aria-label={t("theme")} className="max-w-full justify-self-start">
      {(["light", "dark", "system"] as const).map((one) => (
        <Button key={one} aria-pressed={mounted && theme === one} onClick={() => setTheme(one)}>
          {t(one === "light" ? "themeLight" : one === "dark" ? "themeDark" : "themeSystem")}
        </Button>
      ))}
    </ButtonGroup>
  );
}
