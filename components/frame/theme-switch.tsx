"use client";

import { useTheme } from "next-themes";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonGroup } from "@/components/ui/button-group";
import { useIsAlive } from "@/components/ui/use-is-alive";

/** Light, dark, or as the system says. */
export function ThemeSwitch() {
  const t = useTranslations("ui.frame");
  const { theme, setTheme } = useTheme();
  const alive = useIsAlive();
  return (
    <ButtonGroup aria-label={t("theme")} className="max-w-full justify-self-start">
      {(["light", "dark", "system"] as const).map((one) => (
        <Button key={one} aria-pressed={alive && theme === one} onClick={() => setTheme(one)}>
          {t(one === "light" ? "themeLight" : one === "dark" ? "themeDark" : "themeSystem")}
        </Button>
      ))}
    </ButtonGroup>
  );
}
