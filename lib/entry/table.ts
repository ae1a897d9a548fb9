import "server-only";
import type { TableColumn, TableFilter } from "@/components/data-table/types";
import type { List } from "@/lib/platform/list";

interface Words {
  (key: string): string;
  has(key: string): boolean;
}

/** How a declared list is dressed for its screen. */
export interface ListDress {
  /**
   * The translator of the list's own messages: `columns.<key>`, `filters.<key>.label`, `filters.<key>.options.<value>`,
   * `filters.<key>.unit`.
   */
  words: Words;
  /** Widths, looks of states: by column. */
  columns?: Record<string, Partial<TableColumn>>;
  /** The choices of filters that depend on the organisation: its roles, its teams. */
  options?: Record<string, readonly { value: string; label: string }[]>;
}

/** The columns and filters of a declared list with their words, as the table takes them. */
export function declaredTable(
  definition: List,
  words: Words,
  columns: ListDress["columns"] = {},
  options: ListDress["options"] = {},
) {
  return {
    columns: definition.columns.map(({ key, kind, sortable, align, defaultVisible, second, label }): TableColumn => ({
      key,
      kind,
      sortable,
      align,
      defaultVisible,
      second,
      label: label ?? words(`columns.${key}`),
      ...columns[key],
    })),
    filters: definition.filters.map((filter): TableFilter => ({
      key: filter.key,
      kind: filter.kind,
      label: filter.label ?? words(`filters.${filter.key}.label`),
      options:
        options[filter.key] ??
        filter.options?.map((value) => ({
          value,
          label: filter.optionLabels?.[value] ?? words(`filters.${filter.key}.options.${value}`),
        })),
      unit: words.has(`filters.${filter.key}.unit`) ? words(`filters.${filter.key}.unit`) : undefined,
    })),
    defaultSort: definition.defaultSort,
  };
}
