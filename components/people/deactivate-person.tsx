"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { NativeSelect } from "@/components/ui/native-select";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/platform/result";

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface DeactivatePersonProps {
  organisation: string;
  back: string;
  person: { id: string; version: number; name: string; caseload: number };
  consultants: ReadonlyArray<{ id: string; name: string; running: number }>;
  deactivate: Act<{ personId: string; expectedVersion: number }>;
  handOverAll: Act<{ fromPersonId: string; toPersonId: string }>;
}

/** First the caseload goes to somebody, then the access ends. */
export function DeactivatePerson(props: DeactivatePersonProps) {
  const { organisation, back, person, consultants } = props;
  const t = useTranslations("people");
  const router = useRouter();
  const [to, setTo] = useState(consultants[0]?.id ?? "");
  const waiting = person.caseload > 0;
  return (
    <div className="grid gap-4">
      {waiting ? (
        <>
          <Notice icon="users" tone="warn">
            {t("deactivate.caseload", { count: person.caseload, name: person.name })}
          </Notice>
          {consultants.length > 0 ? (
            <>
              <Field label={t("deactivate.to")}>
                <NativeSelect value={to} onChange={(event) => setTo(event.target.value)}>
                  {consultants.map(({ id, name, running }) => (
                    <option key={id} value={id}>
                      {t("deactivate.option", { name, running })}
                    </option>
                  ))}
                </NativeSelect>
              </Field>
              <div>
                <ActionButton
                  variant="primary"
                  action={() => props.handOverAll(organisation, { fromPersonId: person.id, toPersonId: to })}
                  done={t("deactivate.handedOver")}
                  onDone={() => router.refresh()}
                >
                  {t("deactivate.handOver")}
                </ActionButton>
              </div>
            </>
          ) : (
            <p>{t("deactivate.nobody")}</p>
          )}
        </>
      ) : (
        <p>{t("deactivate.effect")}</p>
      )}
      <div className="flex gap-2 border-t border-border pt-4">
        <ActionButton
          variant={waiting ? "danger" : "dangerSolid"}
          action={() => props.deactivate(organisation, { personId: person.id, expectedVersion: person.version })}
          done={t("deactivate.done", { name: person.name })}
          onDone={() => router.push(back)}
        >
          {waiting ? t("deactivate.submitAnyway") : t("deactivate.submit")}
        </ActionButton>
        <LinkButton variant="quiet" href={back}>
          {t("cancel")}
        </LinkButton>
      </div>
    </div>
  );
}
