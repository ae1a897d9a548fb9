"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ImportWizard } from "@/components/import-wizard/import-wizard";
import { Label } from "@/components/ui/label";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { create } from "../actions";

interface Target {
  key: string;
  name: string;
  noun: string;
}

/** Takes the file, then leads to the page of the import that it became. */
export function NewImport({
  organisation,
  targets,
  first,
  withinId,
}: {
  organisation: string;
  targets: Target[];
  /** What is chosen to begin with, where it may be. */
  first?: string;
  /** The record that all rows belong to. */
  withinId?: string;
}) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [chosen, choose] = useState((targets.find(({ key }) => key === first) ?? targets[0])?.key ?? "");
  const [pending, begin] = useTransition();
  const target = targets.find(({ key }) => key === chosen);
  const take = (data: unknown) =>
    begin(async () => {
      const { fileId } = data as { fileId: string };
      const result = await create(organisation, { target: chosen, fileId, ...(withinId ? { withinId } : {}) });
      if (!result.ok) return void toast.problem(result.refusal.message);
      router.push(`/${organisation}/imports/${result.data.importId}`);
    });
  return (
    <>
      {targets.length > 1 ? (
        <div className="mb-5 grid max-w-sm gap-1.5">
          <Label htmlFor="target">{t("newLede")}</Label>
          <NativeSelect id="target" value={chosen} onChange={(event) => choose(event.target.value)}>
            {targets.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </div>
      ) : null}
      <ImportWizard
        step="upload"
        noun={target?.noun ?? ""}
        fields={[]}
        uploadUrl={`/api/files/${organisation}`}
        templateHref={`/${organisation}/imports/template/${chosen}${withinId ? `?within=${withinId}` : ""}`}
        uploadHint={t("uploadHint")}
        pending={pending}
        onUploaded={take}
        onColumns={() => undefined}
        onStep={() => undefined}
      />
    </>
  );
}
