"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { LinesToLookAt } from "@/components/tailoring/line-problems";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { PasteTechnologiesInput } from "@/lib/tailoring/own-technologies/schemas";
import type { LineProblem } from "@/lib/tailoring/own-technologies/technology-lines";

type Paste = z.input<typeof PasteTechnologiesInput>;

interface Done {
  added: number;
  extended: number;
  known: number;
  points: number;
  skills: number;
  problems: readonly LineProblem[];
}

export interface PasteTechnologiesFormProps {
  organisation: string;
  paste: (organisation: string, input: Paste) => Promise<ActionResult<Done>>;
}

/** Takes in many technologies at once. What is right joins the list; where a line could not be taken, all that was typed stays to be corrected. */
export function PasteTechnologiesForm({ organisation, paste }: PasteTechnologiesFormProps) {
  const t = useTranslations("tailoring.technologyForm");
  const router = useRouter();
  const [problems, setProblems] = useState<readonly LineProblem[]>([]);
  const [lines, setLines] = useState<readonly string[]>([]);
  const list = `/${organisation}/points/technologies`;
  return (
    <ActionForm
      schema={() => import("@/lib/tailoring/own-technologies/schemas").then((module) => module.PasteTechnologiesInput)}
      defaultValues={{ text: "" } as Paste}
      action={(values) => {
        setLines(values.text.split(/\r\n?|\n/));
        return paste(organisation, values);
      }}
      submit={t("addAll")}
      onDone={(done) => {
        const { added, extended, known, points, skills } = done;
        toast.done(
          [t("taken", { added, extended, known }), t("counted", { points, skills })].filter(Boolean).join(" "),
        );
        setProblems(done.problems);
        if (done.problems.length === 0) router.push(list);
      }}
      draft={{ form: "technologies", record: "new" }}
      labels={{ text: t("fields.text") }}
      cancel={
        <LinkButton variant="quiet" href={list}>
          {t("cancel")}
        </LinkButton>
      }
    >
      <FormField name="text" label={t("fields.text")} hint={t("textHint")}>
        <Textarea rows={7} autoComplete="off" spellCheck={false} placeholder={t("textExample")} />
      </FormField>
      {problems.length > 0 ? (
        <div role="status" className="grid gap-2 text-sm">
          <LinesToLookAt
            lines={problems.map(({ line, message }) => ({
              line,
              problem: message,
            }))}
            wordsOf={(line) => lines[line - 1]}
          />
          <p className="text-muted-foreground">{t("left")}</p>
        </div>
      ) : null}
    </ActionForm>
  );
}
