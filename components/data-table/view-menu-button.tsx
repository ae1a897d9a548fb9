"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";
import { tabClasses } from "@/components/ui/link-tabs";
import type { TableView } from "./types";

/** Opens what can be done with the view that is shown. */
export function ViewMenuButton({ view, ...props }: ComponentProps<"button"> & { view: TableView | undefined }) {
  const t = useTranslations("ui.table");
  return (
    <button
      type="button"
      className={tabClasses}
      aria-label={view?.saved ? t("viewMenu", { name: view.name }) : t("viewOptions")}
      {...props}
    >
      <Icon name="ellipsis" size="small" />
    </button>
  );
}
