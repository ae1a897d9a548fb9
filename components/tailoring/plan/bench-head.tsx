"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { TailoringView } from "@/lib/tailoring/tailored/tailoring-view";
import { StepBar, type TailoringStep } from "./step-bar";

/** Whose resume is tailored for what, how far one is, and what one does next; on a phone that stands at the bottom instead. */
export function BenchHead({
  organisation,
  view,
  back,
  at,
  children,
}: {
  organisation: string;
  view: TailoringView;
  back: ReactNode;
  at: TailoringStep;
  children: ReactNode;
}) {
  const t = useTranslations("tailor.plan");
  return (
    <header className="flex flex-none flex-wrap items-center gap-x-7 gap-y-2 border-b border-border py-3.5 ps-6 pe-8 narrow:pe-6 phone:flex-col phone:items-stretch phone:border-0 phone:px-0 phone:pt-3 phone:pb-2">
      <div className="flex min-w-0 flex-1 items-center gap-2 phone:ps-1 phone:pe-4">
        {back}
        <div className="min-w-0">
          <h1 className="font-title text-xl wrap-anywhere phone:text-[1.25rem] phone:leading-7">
            <bdi>{view.candidate.name}</bdi>
          </h1>
          <p className="text-sm text-muted-foreground wrap-anywhere">
            {t.rich("for", {
              title: view.requirement.title,
              client: view.requirement.client || "none",
              link: (words) => <Link href={`/${organisation}/requirements/${view.requirement.id}`}>{words}</Link>,
            })}
          </p>
        </div>
      </div>
      <StepBar at={at} />
      <div className="flex items-center gap-2 phone:hidden">{children}</div>
    </header>
  );
}
