"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  CompetencyForm,
  type CompetencyFormProps,
  type CompetencyKnown,
} from "@/components/competencies/competency-form";
import { clustersOf } from "@/components/competencies/shown";
import { ActionButton } from "@/components/forms/action-button";
import { SectionHead } from "@/components/frame/section-head";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ActionResult } from "@/lib/platform/result";

export interface FrameworkViewProps extends Pick<CompetencyFormProps, "organisation" | "frameworkId" | "add" | "edit"> {
  competencies: readonly CompetencyKnown[];
  /** It is a draft, and the person may change it. */
  writes: boolean;
  remove: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
}

/** A version of the framework, cluster by cluster; a draft can be changed in place. */
export function FrameworkView(props: FrameworkViewProps) {
  const { organisation, competencies, writes } = props;
  const t = useTranslations("competencies.framework");
  const [open, setOpen] = useState<string | null>(null);
  const clusters = clustersOf(competencies);
  const form = (known?: CompetencyKnown) => (
    <CompetencyForm
      organisation={organisation}
      frameworkId={props.frameworkId}
      clusters={clusters}
      known={known}
      add={props.add}
      edit={props.edit}
      onClose={() => setOpen(null)}
    />
  );
  return (
    <div className="grid gap-8">
      {clusters.map((cluster) => (
        <section key={cluster}>
          <SectionHead title={cluster} />
          <div className="grid gap-3">
            {competencies
              .filter((one) => one.cluster === cluster)
              .map((one) => (
                <Card pad key={one.id}>
                  {open === one.id ? (
                    form(one)
                  ) : (
                    <>
                      <div className="flex flex-wrap items-start gap-2">
                        <div className="min-w-0 flex-1 basis-60">
                          <h3 className="font-semibold">{one.name}</h3>
                          <p className="text-muted-foreground">{one.description}</p>
                        </div>
                        {writes ? (
                          <span className="flex gap-1 phone:-ms-3">
                            <Button size="small" variant="quiet" onClick={() => setOpen(one.id)}>
                              {t("edit")}
                              <span className="sr-only">{one.name}</span>
                            </Button>
                            <ActionButton
                              size="small"
                              variant="quiet"
                              action={() => props.remove(organisation, { id: one.id })}
                              done={t("removed")}
                            >
                              {t("remove")}
                              <span className="sr-only">{one.name}</span>
                            </ActionButton>
                          </span>
                        ) : null}
                      </div>
                      <ol className="mt-3 grid gap-1 text-sm">
                        {one.levels.map((level, at) => (
                          <li key={at} className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
                            <span className="font-medium text-muted-foreground tabular-nums">{at + 1}</span>
                            {level}
                          </li>
                        ))}
                      </ol>
                    </>
                  )}
                </Card>
              ))}
          </div>
        </section>
      ))}
      {writes ? (
        open === "new" ? (
          <Card pad>{form()}</Card>
        ) : (
          <div>
            <Button onClick={() => setOpen("new")}>{t("add")}</Button>
          </div>
        )
      ) : null}
    </div>
  );
}
