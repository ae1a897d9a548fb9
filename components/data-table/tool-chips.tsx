"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type { TableColumn } from "./types";

type Props = ComponentProps<typeof Chip>;

/** What the rows are sorted by; opens the choice. */
export function SortChip({
  columns,
  sort,
  ...props
}: Props & { columns: TableColumn[]; sort: { column: string; descending: boolean } }) {
  const t = useTranslations("ui.table");
  const label = columns.find((column) => column.key === sort.column)?.label;
  return (
    <Chip aria-label={t("sortBy", { name: label ?? "" })} {...props}>
      <Icon name={sort.descending ? "arrow-down-wide-narrow" : "arrow-up-narrow-wide"} size="small" />
      <span className="phone:hidden">{label}</span>
    </Chip>
  );
}

/** Opens the choice of columns. */
export function ColumnsChip(props: Props) {
  const t = useTranslations("ui.table");
  return (
    <Chip className="phone:hidden" {...props}>
      <Icon name="columns-3" size="small" />
      {t("columns")}
    </Chip>
  );
}

/** Opens the choice of files. */
export function ExportChip(props: Props) {
  const t = useTranslations("ui.table");
  return (
    <Chip className="phone:hidden" {...props}>
      <Icon name="download" size="small" />
      {t("export")}
    </Chip>
  );
}
