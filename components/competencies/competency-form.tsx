"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField, FormGrid } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { AddCompetencyInput, EditCompetencyInput } from "@/lib/competencies/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

export interface CompetencyKnown {
  id: string;
  version: number;
  cluster: string;
  name: string;
  description: string;
  levels: readonly string[];
}

export interface CompetencyFormProps {
  organisation: string;
  frameworkId: string;
  clusters: readonly string[];
  /** Absent for a new one. */
  known?: CompetencyKnown;
  add: (organisation: string, input: z.input<typeof AddCompetencyInput>) => Promise<ActionResult<unknown>>;
  edit: (organisation: string, input: z.input<typeof EditCompetencyInput>) => Promise<ActionResult<unknown>>;
  onClose: () => void;
}

/** Words of a competency: its name, its cluster, and what one sees at each level. */
export function CompetencyForm({
  organisation,
  frameworkId,
  clusters,
  known,
  add,
  edit,
  onClose,
}: CompetencyFormProps) {
  const t = useTranslations("competencies.framework");
  const [level1, level2, level3, level4, level5] = known?.levels ?? [];
  const content = {
    cluster: known?.cluster ?? clusters.at(-1) ?? "",
    name: known?.name ?? "",
    description: known?.description ?? "",
    level1: level1 ?? "",
    level2: level2 ?? "",
    level3: level3 ?? "",
    level4: level4 ?? "",
    level5: level5 ?? "",
  };
  const shared = {
    labels: { name: t("name"), cluster: t("cluster"), description: t("description") },
    submit: t("save"),
    done: t(known ? "saved" : "added"),
    onDone: onClose,
    cancel: (
      <Button variant="quiet" onClick={onClose}>
        {t("cancel")}
      </Button>
    ),
    children: <Fields clusters={clusters} />,
  };
  return known ? (
    <ActionForm
      schema={() => import("@/lib/competencies/schemas").then((module) => module.EditCompetencyInput)}
      defaultValues={{ id: known.id, expectedVersion: known.version, ...content }}
      action={(values) => edit(organisation, values)}
      {...shared}
    />
  ) : (
    <ActionForm
      schema={() => import("@/lib/competencies/schemas").then((module) => module.AddCompetencyInput)}
      defaultValues={{ frameworkId, ...content }}
      action={(values) => add(organisation, values)}
      {...shared}
    />
  );
}

function Fields({ clusters }: { clusters: readonly string[] }) {
  const t = useTranslations("competencies.framework");
  return (
    <FormGrid>
      <FormField name="name" label={t("name")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="cluster" label={t("cluster")} hint={t("clusterHint")}>
        <Input autoComplete="off" list="competency-clusters" />
      </FormField>
      <datalist id="competency-clusters">
        {clusters.map((cluster) => (
          <option key={cluster} value={cluster} />
        ))}
      </datalist>
      <FormField name="description" label={t("description")} className="col-span-full">
        <Textarea rows={2} />
      </FormField>
      {[1, 2, 3, 4, 5].map((level) => (
        <FormField key={level} name={`level${level}`} label={t("level", { level })} className="col-span-full">
          <Textarea rows={2} />
        </FormField>
      ))}
    </FormGrid>
  );
}
