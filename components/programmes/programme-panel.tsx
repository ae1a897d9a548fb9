import { getTranslations } from "next-intl/server";
import { DetailPanel, DetailSection } from "@/components/frame/detail-layout";
import { AttentionNotice } from "@/components/programmes/attention-notice";
import { ProgrammeFacts } from "@/components/programmes/programme-facts";
import { phaseSteps, type ProgrammeRecord } from "@/components/programmes/record";
import { LinkButton } from "@/components/ui/link-button";
import { PhaseRail } from "@/components/ui/phases";

/** A programme beside the caseload: why it needs you, where it stands, what is next. */
export async function ProgrammePanel({
  organisation,
  programme,
  close,
}: {
  organisation: string;
  programme: ProgrammeRecord;
  close: string;
}) {
  const t = await getTranslations("programmes.record");
  const page = `/${organisation}/programmes/${programme.id}`;
  const present = programme.phases.find(({ position }) => position === programme.phasePosition);
  return (
    <DetailPanel
      name={programme.executive.name}
      sub={[programme.lastRole, programme.sponsorName].filter(Boolean).join(" · ")}
      page={page}
      close={close}
      avatar
    >
      <AttentionNotice programme={programme} />
      <div className="grid gap-2">
        <PhaseRail steps={phaseSteps(programme)} label={t("phases")} bare />
        <p className="text-sm">
          {t.rich("phaseOf", {
            position: programme.phasePosition,
            total: programme.phases.length,
            name: present?.name ?? "",
            b: (words) => <b>{words}</b>,
          })}
        </p>
      </div>
      <div className="grid grid-cols-2 gap-2">
        <LinkButton variant="tint" href={`${page}/messages`} icon="message-square">
          {t("message")}
        </LinkButton>
        <LinkButton href={`${page}/tasks`} icon="list-checks">
          {t("tabs.tasks")}
        </LinkButton>
      </div>
      <DetailSection title={t("next")}>
        <p className={programme.nextStep ? undefined : "text-muted-foreground"}>
          {programme.nextStep ?? t("nextNone")}
        </p>
      </DetailSection>
      <DetailSection title={t("facts.title")}>
        <ProgrammeFacts programme={programme} />
      </DetailSection>
    </DetailPanel>
  );
}
