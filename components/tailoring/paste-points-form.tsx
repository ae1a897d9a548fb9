"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { Dropzone } from "@/components/files/dropzone";
import { FormField } from "@/components/forms/form-field";
import { PointFields } from "@/components/tailoring/point-fields";
import { LineProblems } from "@/components/tailoring/line-problems";
import { PointsFound } from "@/components/tailoring/points-found";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { PointProblem } from "@/lib/tailoring/points/points";
import type { PastePointsInput } from "@/lib/tailoring/library/schemas";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";

type Paste = z.input<typeof PastePointsInput>;
type Done = { added: number; known: number; problems: readonly PointProblem[] };

export interface PastePointsFormProps {
  organisation: string;
  teams: ReadonlyArray<{ id: string; name: string }>;
  /** The organisation's own, by which points are told apart while they are pasted. */
  technologies: readonly OwnTechnology[];
  paste: (organisation: string, input: Paste) => Promise<ActionResult<Done>>;
}

/** Takes in many points at once. What is right joins the library; where a line could not be read, all that was typed stays to be corrected. */
export function PastePointsForm({ organisation, teams, technologies, paste }: PastePointsFormProps) {
  const t = useTranslations("tailoring.pointForm");
  const router = useRouter();
  const [left, setLeft] = useState(false);
  const [inFile, setInFile] = useState<readonly PointProblem[]>([]);
  const list = `/${organisation}/points`;
  const take = async (data: unknown) => {
    const { fileId } = data as { fileId: string };
    const result = await paste(organisation, { fileId }).catch(() => null);
    if (!result?.ok) return void toast.problem(result?.refusal.message ?? t("notRead"));
    const { added, known, problems } = result.data;
    toast.done(t("added", { count: added, known }));
    setInFile(problems);
    if (problems.length === 0) router.push(list);
  };
  return (
    <div className="grid gap-6">
      <ActionForm
        schema={() => import("@/lib/tailoring/library/schemas").then((module) => module.PastePointsInput)}
        defaultValues={{ text: "", tags: [], teamId: "" } as Paste}
        action={(values) => paste(organisation, values)}
        submit={t("addAll")}
        onDone={({ added, known, problems }) => {
          toast.done(t("added", { count: added, known }));
          setLeft(problems.length > 0);
          if (problems.length === 0) router.push(list);
        }}
        draft={{ form: "points", record: "new" }}
        labels={{ text: t("fields.text"), tags: t("fields.tags"), teamId: t("fields.teamId") }}
        cancel={
          <LinkButton variant="quiet" href={list}>
            {t("cancel")}
          </LinkButton>
        }
      >
        {left ? (
          <Notice icon="triangle-alert" tone="warn" role="status">
            {t("left")}
          </Notice>
        ) : null}
        <FormField name="text" label={t("fields.text")} hint={t("textHint")}>
          <Textarea rows={10} autoComplete="off" spellCheck={false} />
        </FormField>
        <PointsFound technologies={technologies} />
        <PointFields teams={teams} />
      </ActionForm>
      <div className="grid gap-3">
        <Dropzone
          url={`/api/files/${organisation}`}
          title={t("drop")}
          hint={t("dropHint")}
          accept=".docx,.xlsx,.csv,.json,.pdf,.txt,.md"
          maxSize={10 * 1024 * 1024}
          onUploaded={(data) => void take(data)}
        />
        {inFile.length > 0 ? (
          <div role="status" className="text-sm">
            <LineProblems problems={inFile} />
          </div>
        ) : null}
      </div>
    </div>
  );
}
