"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RoleForm, type RoleFormProps } from "@/components/competencies/role-form";
import { LinkButton } from "@/components/ui/link-button";
import type { SaveRoleInput } from "@/lib/competencies/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

/** A role of the library on its own page. */
export function RoleEditor({
  organisation,
  list,
  save,
  ...form
}: Pick<RoleFormProps, "competencies" | "known" | "beginnings"> & {
  organisation: string;
  list: string;
  save: (organisation: string, input: z.input<typeof SaveRoleInput>) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("competencies.role");
  const router = useRouter();
  return (
    <RoleForm
      {...form}
      save={(values) => save(organisation, values)}
      onDone={() => router.push(list)}
      cancel={
        <LinkButton variant="quiet" href={list}>
          {t("cancel")}
        </LinkButton>
      }
    />
  );
}
