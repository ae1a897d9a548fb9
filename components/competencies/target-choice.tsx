"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { RoleForm, type RoleFormProps } from "@/components/competencies/role-form";
import { ActionButton } from "@/components/forms/action-button";
import { SectionHead } from "@/components/frame/section-head";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Row, Rows } from "@/components/ui/rows";
import type { ChooseTargetInput, WriteTargetInput } from "@/lib/competencies/schemas";
import type { Requirements } from "@/lib/competencies/types";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

export interface TargetChoiceProps {
  organisation: string;
  programmeId: string;
  here: string;
  roles: ReadonlyArray<{ id: string; version: number; name: string; own: boolean; requirements: Requirements }>;
  competencies: RoleFormProps["competencies"];
  targetId: string | null;
  choose: (organisation: string, input: z.input<typeof ChooseTargetInput>) => Promise<ActionResult<unknown>>;
  write: (organisation: string, input: z.input<typeof WriteTargetInput>) => Promise<ActionResult<unknown>>;
}

/** A role of the library in one press, or an own one. */
export function TargetChoice(props: TargetChoiceProps) {
  const { organisation, programmeId, roles, targetId } = props;
  const t = useTranslations("competencies.target");
  const router = useRouter();
  const own = roles.find((role) => role.own);
  return (
    <div className="grid max-w-4xl gap-8">
      <section>
        <SectionHead title={t("library")} />
        <Card>
          <Rows>
            {roles.map((role) => (
              <Row key={role.id} className="flex flex-wrap items-center gap-3">
                <span className="min-w-0 flex-1">
                  <b className="font-semibold">{role.name}</b>
                  <span className="block text-sm text-muted-foreground">
                    {t("asksFor", { count: Object.keys(role.requirements).length })}
                  </span>
                </span>
                {role.id === targetId ? (
                  <Badge icon="target" tone="act">
                    {t("now")}
                  </Badge>
                ) : (
                  <ActionButton
                    size="small"
                    action={() => props.choose(organisation, { programmeId, roleProfileId: role.id })}
                    done={t("taken")}
                    onDone={() => router.push(props.here)}
                  >
                    {t("take")}
                  </ActionButton>
                )}
              </Row>
            ))}
          </Rows>
        </Card>
      </section>
      <section>
        <SectionHead title={t("own")} />
        <p className="-mt-2 mb-3 text-sm text-muted-foreground">{t("ownText")}</p>
        <Card pad>
          <RoleForm
            competencies={props.competencies}
            known={own ? { name: own.name, requirements: own.requirements, expectedVersion: own.version } : undefined}
            beginnings={own ? undefined : roles}
            save={({ name, requirements, expectedVersion }) =>
              props.write(organisation, { programmeId, name, requirements, expectedVersion })
            }
            onDone={() => router.push(props.here)}
          />
        </Card>
      </section>
    </div>
  );
}
