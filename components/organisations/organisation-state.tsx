import { useFormatter, useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";

export interface OrganisationStanding {
  suspendedAt: Date | null;
  trialEndsAt: Date | null;
  demo: boolean;
}

/** Where an organisation stands: suspended, on trial, a demo, or running. */
export function OrganisationState({ organisation }: { organisation: OrganisationStanding }) {
  const t = useTranslations("organisations.operator.states");
  const format = useFormatter();
  const { suspendedAt, trialEndsAt, demo } = organisation;
  if (suspendedAt)
    return (
      <Status icon="circle-pause" tone="warn">
        {t("suspended")}
      </Status>
    );
  if (trialEndsAt)
    return (
      <Status icon="hourglass">{t("trial", { day: format.dateTime(trialEndsAt, { dateStyle: "medium" }) })}</Status>
    );
  if (demo) return <Status icon="compass">{t("demo")}</Status>;
  return (
    <Status icon="circle-check" tone="ok">
      {t("running")}
    </Status>
  );
}
