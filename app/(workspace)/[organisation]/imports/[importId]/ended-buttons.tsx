"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { Icon } from "@/components/ui/icon";
import { start, undo } from "../actions";

interface OfImport {
  organisation: string;
  importId: string;
}

/** Goes on with an import that was stopped. */
export function ResumeButton({ organisation, importId }: OfImport) {
  const t = useTranslations("imports.page");
  return (
    <ActionButton variant="primary" action={() => start(organisation, { importId })} done={t("started")}>
      <Icon name="play" />
      {t("goOn")}
    </ActionButton>
  );
}

/** Takes back everything that an import made. */
export function UndoButton({ organisation, importId }: OfImport) {
  const t = useTranslations("imports.page");
  return (
    <ActionButton action={() => undo(organisation, { importId })} done={t("undoing")}>
      <Icon name="undo-2" />
      {t("undo")}
    </ActionButton>
  );
}
