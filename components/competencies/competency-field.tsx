"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { RadioLine } from "@/components/ui/radio";
import { Textarea } from "@/components/ui/textarea";
import { levels as all, type Level } from "@/lib/competencies/types";

export interface CompetencyAsked {
  key: string;
  cluster: string;
  name: string;
  description: string;
  levels: readonly string[];
}

/** One competency with its five described levels, and "I cannot say". */
export function CompetencyField({
  competency,
  given,
  before,
  note,
  onLevel,
  onNote,
}: {
  competency: CompetencyAsked;
  given: Level | null | undefined;
  before: Level | null | undefined;
  /** Absent: no place for one. */
  note: string | undefined;
  onLevel: (level: Level | null) => void;
  onNote: (note: string) => void;
}) {
  const t = useTranslations("competencies.rate");
  const [explains, setExplains] = useState(Boolean(note));
  const name = `level-${competency.key}`;
  return (
    <Card pad>
      <fieldset className="grid gap-0.5">
        <legend className="float-start mb-2 w-full">
          <span className="block text-base font-semibold">{competency.name}</span>
          <span className="block text-muted-foreground">{competency.description}</span>
        </legend>
        <div className="clear-both">
          {all.map((level) => (
            <RadioLine key={level} name={name} checked={given === level} onChange={() => onLevel(level)}>
              <span className="font-medium tabular-nums">{level}</span> {competency.levels[level - 1]}
              {before === level ? <span className="text-sm text-muted-foreground"> · {t("before")}</span> : null}
            </RadioLine>
          ))}
          <RadioLine name={name} checked={given === null} onChange={() => onLevel(null)}>
            <span className="text-muted-foreground">{t("cannotSay")}</span>
          </RadioLine>
        </div>
      </fieldset>
      {note === undefined ? null : explains ? (
        <Field label={t("note")} hint={t("noteHint")} className="mt-3">
          <Textarea
            rows={2}
            maxLength={2000}
            defaultValue={note}
            onBlur={(event) => {
              if (event.target.value !== note) onNote(event.target.value);
            }}
          />
        </Field>
      ) : (
        <Button variant="quiet" size="small" className="mt-1 -ms-2.5" onClick={() => setExplains(true)}>
          {t("addNote")}
        </Button>
      )}
    </Card>
  );
}
