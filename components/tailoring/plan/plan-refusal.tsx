"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { TailoringView } from "@/lib/tailoring/tailored/tailoring-view";

/** Why nothing can be planned, and the way on: to point out the roles, or to bring a resume that takes points. */
export function PlanRefusal({
  organisation,
  view,
  why,
  writes,
  onMark,
}: {
  organisation: string;
  view: TailoringView;
  why: NonNullable<TailoringView["refusal"]>;
  writes: boolean;
  onMark: () => void;
}) {
  const t = useTranslations("tailor.plan");
  const isAboutRoles = view.resume.format === "docx" && /roles$/.test(why.code);
  return (
    <div className="px-5 pt-4 phone:px-4">
      <Notice icon="circle-alert" tone="warn">
        <b>{t("notPlanned")}</b>
        <p>{why.message}</p>
        {!writes ? null : isAboutRoles ? (
          <Button size="small" className="mt-2" onClick={onMark}>
            {t("showRoles")}
          </Button>
        ) : view.candidate.changeable ? (
          <Button asChild size="small" className="mt-2">
            <Link href={`/${organisation}/candidates/${view.candidate.id}`}>{t("otherResume")}</Link>
          </Button>
        ) : null}
      </Notice>
    </div>
  );
}
