"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { Card } from "@/components/ui/card";
import type { ActionResult } from "@/lib/platform/result";

/** The executive's first step: what they are invited to, by whom, and the one button. */
export function AcceptCard({
  organisation,
  programme,
  accept,
}: {
  organisation: string;
  programme: { id: string; consultant: { name: string }; package: { name: string; months: number } };
  accept: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("programmes");
  return (
    <Card pad className="border-t-[3px] border-t-primary">
      <p className="text-sm font-semibold text-primary">{t("home.yourNextStep")}</p>
      <h2 className="mt-1 font-title text-xl">{t("home.invitedTitle", { consultant: programme.consultant.name })}</h2>
      <p className="mt-2 max-w-[60ch] text-md">
        {t("home.invitedText", { package: programme.package.name, months: programme.package.months })}
      </p>
      <div className="mt-4">
        <ActionButton
          variant="primary"
          size="large"
          action={() => accept(organisation, { id: programme.id })}
          done={t("moves.done.accept")}
        >
          {t("moves.accept")}
        </ActionButton>
      </div>
    </Card>
  );
}
