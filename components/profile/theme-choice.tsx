"use client";

import { useTheme } from "next-themes";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { FieldSet } from "@/components/ui/field";
import { RadioLine } from "@/components/ui/radio";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

/** Light, dark or as the system has it: in this browser at once, in the others when they open next. */
export function ThemeChoice({
  stored,
  save,
}: {
  stored: string;
  save: (theme: Theme) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("people.profile");
  const { setTheme } = useTheme();
  const [, start] = useTransition();
  const words: Record<Theme, string> = { system: t("themeSystem"), light: t("themeLight"), dark: t("themeDark") };
  return (
    <FieldSet legend={t("theme")}>
      {themes.map((theme) => (
        <RadioLine
          key={theme}
          name="theme"
          value={theme}
          defaultChecked={stored === theme}
          onChange={() => {
            setTheme(theme);
            start(async () => {
              const result = await save(theme);
              if (result.ok) toast.done(t("themeSaved"));
              else toast.problem(result.refusal.message);
            });
          }}
        >
          {words[theme]}
        </RadioLine>
      ))}
    </FieldSet>
  );
}
