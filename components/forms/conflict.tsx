"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { RadioLine } from "@/components/ui/radio";

export interface ConflictLine {
  field: string;
  label: string;
  yours: ReactNode;
  theirs: ReactNode;
}

export interface ConflictProps {
  /** Who saved meanwhile: "Henrik"; left out when it is not known. */
  by?: string;
  /** When, in words: "09:10". */
  at?: string;
  lines: ConflictLine[];
  onSave: (choices: Record<string, "yours" | "theirs">) => void;
  onKeepDraft?: () => void;
}

/** Two editors: somebody saved while you were writing. Both versions are kept; one chooses line by line. */
export function Conflict({ by, at, lines, onSave, onKeepDraft }: ConflictProps) {
  const t = useTranslations("ui.forms");
  const group = useId();
  const [choices, setChoices] = useState<Record<string, "yours" | "theirs">>(() =>
    Object.fromEntries(lines.map((line) => [line.field, "yours" as const])),
  );
  const theirs = t("theirs", { by: by ?? "", at: at ?? "", known: by ? "yes" : "no" });
  const radio = (line: ConflictLine, side: "yours" | "theirs") => (
    <RadioLine
      name={`${group}-${line.field}`}
      checked={choices[line.field] === side}
      onChange={() => setChoices((before) => ({ ...before, [line.field]: side }))}
    >
      {line[side] === "" || line[side] === null ? (
        <span className="text-muted-foreground">{t("nothing")}</span>
      ) : (
        line[side]
      )}
    </RadioLine>
  );
  return (
    <Card data-slot="conflict" className="@container">
      <Notice
        icon="git-compare-arrows"
        tone="warn"
        role="alert"
        className="rounded-b-none border-0 border-b px-5 @max-md:px-4"
      >
        <b>{by ? t("conflictBy", { name: by }) : t("conflict")}</b>
        <br />
        {t("conflictLines", { count: lines.length })}
      </Notice>
      <table className="w-full border-collapse @max-md:block">
        <thead className="@max-md:hidden">
          <tr className="border-b border-border text-xs text-muted-foreground">
            <th className="w-[150px] px-5 py-2">
              <span className="sr-only">{t("line")}</span>
            </th>
            <th scope="col" className="px-5 py-2 font-medium">
              {t("yours")}
            </th>
            <th scope="col" className="px-5 py-2 font-medium">
              {theirs}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border @max-md:block">
          {lines.map((line) => (
            <tr key={line.field} className="@max-md:block @max-md:px-4 @max-md:py-2.5">
              <th scope="row" className="px-5 py-2 font-medium @max-md:block @max-md:p-0">
                {line.label}
              </th>
              <td className="px-5 py-2 @max-md:block @max-md:p-0">
                <span className="text-xs text-muted-foreground @md:hidden">{t("yours")}</span>
                {radio(line, "yours")}
              </td>
              <td className="px-5 py-2 @max-md:block @max-md:p-0">
                <span className="text-xs text-muted-foreground @md:hidden">{theirs}</span>
                {radio(line, "theirs")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex gap-2 border-t border-border px-5 py-3 @max-md:flex-wrap @max-md:px-4 @max-md:[&>*]:flex-1">
        <Button variant="primary" onClick={() => onSave(choices)}>
          {t("saveChoices")}
        </Button>
        {onKeepDraft ? (
          <Button variant="quiet" onClick={onKeepDraft}>
            {t("keepDraft")}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
