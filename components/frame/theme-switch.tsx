"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonGroup } from "@/components/ui/button-group";
import { keepTheme, useTheme } from "@/components/ui/theme";

/** Light, dark, or as the system says. */
export function ThemeSwitch() {
  const t = useTranslations("ui.frame");
  const theme = useTheme();
  return (
    <ButtonGroup aria-label={t("theme")} className="max-w-full justify-self-start">
      {(["light", "dark", "system"] as const).map((one) => (
        <Button key={one} aria-pressed={theme === one} onClick={() => keepTheme(one)}>
          {t(one === "light" ? "themeLight" : one === "dark" ? "themeDark" : "themeSystem")}
        </Button>
      ))}
    </ButtonGroup>
  );
}
