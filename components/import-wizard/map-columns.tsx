"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { NativeSelect } from "@/components/ui/native-select";
import { Status } from "@/components/ui/status";
import type { ImportColumn, ImportTargetField } from "./types";

export interface MapColumnsProps {
  fileName: string;
  columns: ImportColumn[];
  fields: ImportTargetField[];
  onChange: (columns: ImportColumn[]) => void;
  onBack: () => void;
  onNext: () => void;
  pending?: boolean;
}

/** Which column of the file goes where. What must be there and is not yet is named. */
export function MapColumns({ fileName, columns, fields, onChange, onBack, onNext, pending }: MapColumnsProps) {
  const t = useTranslations("ui.import");
  const taken = new Set(columns.map((column) => column.target));
  const missing = fields.filter((field) => field.required && !taken.has(field.key));
  return (
    <Card>
      <CardHeader>
        <CardTitle className="min-w-0 break-words">{fileName}</CardTitle>
        <span className="ms-auto text-sm text-muted-foreground">{t("columnsFound", { count: columns.length })}</span>
      </CardHeader>
      <ul className="divide-y divide-border">
        {columns.map((column, index) => (
          <li
            key={`${index}-${column.name}`}
            className="grid grid-cols-[minmax(0,1fr)_20px_minmax(0,260px)] items-center gap-4 px-5 py-2.5 phone:grid-cols-1 phone:gap-1.5 phone:px-4"
          >
            <div className="min-w-0">
              <b className="block break-words">{column.name || t("unnamed", { number: index + 1 })}</b>
              <span className="block truncate text-sm text-muted-foreground">
                {column.samples.filter(Boolean).join(" · ") || t("empty")}
              </span>
            </div>
            <Icon name="arrow-right" size="small" className="text-muted-foreground rtl:-scale-x-100 phone:hidden" />
            <NativeSelect
              aria-label={t("goesTo", { name: column.name })}
              value={column.target ?? ""}
              onChange={(event) =>
                onChange(
                  columns.map((other, at) =>
                    at === index
                      ? { ...other, target: event.target.value || null }
                      : other.target === event.target.value
                        ? { ...other, target: null }
                        : other,
                  ),
                )
              }
            >
              <option value="">{t("leaveOut")}</option>
              {fields.map((field) => (
                <option key={field.key} value={field.key}>
                  {field.required ? t("needed", { name: field.label }) : field.label}
                </option>
              ))}
            </NativeSelect>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2 border-t border-border-strong px-5 py-3 phone:px-4">
        {missing.length > 0 ? (
          <Status icon="triangle-alert" tone="warn" className="whitespace-normal">
            {t("missing", { names: missing.map((field) => field.label).join(", ") })}
          </Status>
        ) : null}
        <span className="ms-auto flex gap-2">
          <Button onClick={onBack}>{t("back")}</Button>
          <Button
            variant="primary"
            aria-disabled={missing.length > 0 || pending ? true : undefined}
            onClick={() => (missing.length > 0 || pending ? undefined : onNext())}
          >
            {t("check")}
          </Button>
        </span>
      </div>
    </Card>
  );
}
