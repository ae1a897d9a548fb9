"use client";

import { useTranslations } from "next-intl";
import { FieldSet } from "@/components/ui/field";
import { RadioLine } from "@/components/ui/radio";
import { keepTheme } from "@/components/ui/theme";

const themes = ["system", "light", "dark"] as const;

/** Light, dark or as the system has it; the frame keeps it with the account, so that it holds in all browsers. */
export function ThemeChoice({ stored }: { stored: string }) {
  const t = useTranslations("people.profile");
  const words = { system: t("themeSystem"), light: t("themeLight"), dark: t("themeDark") };
  return (
    <FieldSet legend={t("theme")} hint={t("themeHint")}>
      {themes.map((theme) => (
        <RadioLine
          key={theme}
          name="theme"
          value={theme}
          defaultChecked={stored === theme}
          onChange={() => keepTheme(theme)}
        >
          {words[theme]}
        </RadioLine>
      ))}
    </FieldSet>
  );
}
