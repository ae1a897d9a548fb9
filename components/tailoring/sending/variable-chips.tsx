"use client";

import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { variables, type VariableName } from "@/lib/tailoring/sending/variables";

/** The values that a letter can name; pressing one puts it where the cursor was. */
export function VariableChips({ onChoose }: { onChoose: (text: string) => void }) {
  const t = useTranslations("sending.variables");
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-medium phone:min-h-11 phone:content-center">{t("title")}</summary>
      <div role="group" aria-label={t("title")} className="mt-2 flex flex-wrap gap-1.5">
        {variables.map((name) => (
          <Chip
            key={name}
            state="add"
            // The field keeps the cursor.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(`{{${name}}}`)}
          >
            {t(`names.${keyOf(name)}`)}
          </Chip>
        ))}
      </div>
    </details>
  );
}

/** Dots part the paths of messages. */
export const keyOf = (name: VariableName): string => name.replace(".", "-");
