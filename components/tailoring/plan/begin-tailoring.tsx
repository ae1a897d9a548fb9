"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { LookAgain } from "@/components/frame/look-again";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { LinkButton } from "@/components/ui/link-button";
import type { ActionResult } from "@/lib/platform/result";
import type { NoTailoringView } from "@/lib/tailoring/tailored/tailoring-view";
import { StepBar } from "./step-bar";

export interface BeginTailoringProps {
  organisation: string;
  view: NoTailoringView;
  writes: boolean;
  begin: (organisation: string, input: { submissionId: string }) => Promise<ActionResult<unknown>>;
}

/** How often one looks whether the resume was read, in milliseconds. */
const lookAgain = 700;

/** Before anything was tailored: begin, wait for the resume, or bring one. */
export function BeginTailoring({ organisation, view, writes, begin }: BeginTailoringProps) {
  const t = useTranslations("tailor.begin");
  const plan = useTranslations("tailor.plan");
  const { none, submissionId, candidate, requirement } = view;
  return (
    <div className="grid max-w-3xl gap-5">
      {none === "resume-waiting" ? <LookAgain milliseconds={lookAgain} /> : null}
      <div className="flex flex-wrap items-center gap-x-7 gap-y-3">
        <div className="flex min-w-0 flex-1 items-center gap-2">
          <Link
            href={`/${organisation}/submissions/${submissionId}`}
            aria-label={t("back")}
            className="grid size-11 flex-none place-items-center"
          >
            <Icon name="arrow-left" />
          </Link>
          <div className="min-w-0">
            <h1 className="font-title text-xl wrap-anywhere">
              <bdi>{candidate.name}</bdi>
            </h1>
            <p className="text-sm text-muted-foreground wrap-anywhere">
              {t("for", { requirement: [requirement.title, requirement.client].filter(Boolean).join(", ") })}
            </p>
          </div>
        </div>
        <StepBar at={none === "no-draft" ? "points" : "resume"} />
      </div>
      {none === "no-draft" && view.fromPdf ? (
        <Notice icon="info">
          <b>{plan("pdfTitle")}</b>
          <p>{plan("pdfText")}</p>
        </Notice>
      ) : null}
      <Card>
        <Empty
          icon={none === "resume-waiting" ? "loader" : "file-text"}
          title={t(`${none}.title`)}
          action={
            !writes || none === "resume-waiting" ? undefined : none === "no-draft" ? (
              <ActionButton variant="primary" action={() => begin(organisation, { submissionId })}>
                {t("begin")}
              </ActionButton>
            ) : (
              <LinkButton variant="primary" icon="upload" href={`/${organisation}/candidates/${candidate.id}`}>
                {t("bring")}
              </LinkButton>
            )
          }
        >
          {t(`${none}.text`)}
        </Empty>
      </Card>
    </div>
  );
}
