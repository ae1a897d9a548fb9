"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { Undo } from "@/components/forms/run-undo";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Day } from "@/components/ui/moment";
import { Fact, Facts } from "@/components/ui/rows";
import type { ActionResult } from "@/lib/platform/result";
import type { PlainValue } from "@/lib/records/field-rules";
import type { FieldKind } from "@/lib/records/field-kinds";
import type { RecordReference, SetFieldValues } from "@/lib/records/schemas";
import type { z } from "zod";

const RecordFieldsForm = dynamic(() => import("./record-fields-form").then((module) => module.RecordFieldsForm), {
  ssr: false,
});

export interface RecordField {
  id: string;
  key: string;
  label: string;
  hint: string;
  kind: FieldKind;
  choices: string[];
  required: boolean;
  value: PlainValue;
  version: number;
}

export interface RecordFieldsProps {
  organisation: string;
  record: RecordReference;
  fields: RecordField[];
  writes: boolean;
  fill: (organisation: string, input: z.input<typeof SetFieldValues>) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** The organisation's own fields of a record: read as facts, edited in place. Nothing where there are none. */
export function RecordFields(props: RecordFieldsProps) {
  const t = useTranslations("records.values");
  const [editing, setEditing] = useState(false);
  const { fields, writes } = props;
  if (fields.length === 0) return null;
  return (
    <Card pad data-part="own-fields">
      <div className="mb-2 flex items-baseline">
        <h3 className="text-base font-semibold">{t("title")}</h3>
        {writes && !editing ? (
          <Button size="small" variant="quiet" className="-my-1 -me-2.5 ms-auto" onClick={() => setEditing(true)}>
            {t("edit")}
            <span className="sr-only"> {t("title")}</span>
          </Button>
        ) : null}
      </div>
      {editing ? (
        <RecordFieldsForm {...props} close={() => setEditing(false)} />
      ) : (
        <Facts>
          {fields.map((field) => (
            <Fact key={field.id} label={field.label}>
              <ValueText kind={field.kind} value={field.value} />
            </Fact>
          ))}
        </Facts>
      )}
    </Card>
  );
}

function ValueText({ kind, value }: { kind: FieldKind; value: PlainValue }) {
  const t = useTranslations("records.values");
  const format = useFormatter();
  if (value === null) return <span className="text-muted-foreground">{t("none")}</span>;
  switch (kind) {
    case "number":
      return format.number(Number(value), { maximumFractionDigits: 6 });
    case "date":
      return <Day value={String(value)} />;
    case "boolean":
      return value === true ? t("yes") : t("no");
    case "link":
      return (
        <a href={String(value)} target="_blank" rel="noopener noreferrer">
          {String(value)
            .replace(/^https?:\/\/(www\.)?/i, "")
            .replace(/\/$/, "")}
        </a>
      );
    default:
      return <bdi>{String(value)}</bdi>;
  }
}
