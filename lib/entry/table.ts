import "server-only";
import type { TableColumn, TableFilter } from "@/components/data-table/types";
import type { List } from "@/lib/platform/list";

interface Words {
  (key: string): string;
  has(key: string): boolean;
}

/**
 * The columns and filters of a declared list with their words, as the table takes them. `words` is the translator of the
 * list's own messages: `columns.<key>`, `filters.<key>.label`, `filters.<key>.options.<value>`, `filters.<key>.unit`.
 */
export function declaredTable(definition: List, words: Words, columns: Record<string, Partial<TableColumn>> = {}) {
  return {
    columns: definition.columns.map(({ key, kind, sortable, align, defaultVisible, second }): TableColumn => ({
      key,
      kind,
      sortable,
      align,
      defaultVisible,
      second,
      label: words(`columns.${key}`),
      ...columns[key],
    })),
    filters: definition.filters.map(({ key, kind, options }): TableFilter => ({
      key,
      kind,
      label: words(`filters.${key}.label`),
      options: options?.map((value) => ({ value, label: words(`filters.${key}.options.${value}`) })),
      unit: words.has(`filters.${key}.unit`) ? words(`filters.${key}.unit`) : undefined,
    })),
    defaultSort: definition.defaultSort,
  };
}
