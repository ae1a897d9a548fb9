import { getFormatter, getTranslations } from "next-intl/server";
import { attentionLook } from "@/components/programmes/state-look";
import type { ProgrammeRecord } from "@/components/programmes/record";
import { Notice } from "@/components/ui/notice";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { closingReasons, type ClosingReason } from "@/lib/programmes/choices";

/** Why a programme needs its consultant, in a sentence; nothing where all is on track. */
export async function AttentionNotice({ programme }: { programme: ProgrammeRecord }) {
  const t = await getTranslations("programmes.record.attention");
  const reasons = await getTranslations("programmes.closingReasons");
  const format = await getFormatter();
  const look = { day: "numeric", month: "long" } as const;
  const date = (moment: Date | string) =>
    typeof moment === "string" ? civilDay(format, moment, look) : format.dateTime(moment, look);
  const b = (words: React.ReactNode) => <b>{words}</b>;
  const { attention, landing, closure, pause } = programme;
  const phase = programme.phases.find(({ position }) => position === programme.phasePosition);
  const words = () => {
    switch (attention) {
      case "late":
        return t.rich("late", { step: programme.nextStep ?? "", date: date(programme.nextDueOn!), b });
      case "quiet":
        return t.rich("quiet", { days: programme.silentDays ?? 0, b });
      case "stalled":
        return t.rich("stalled", {
          days: programme.phaseDays,
          phase: phase?.name ?? "",
          usual: phase?.usualDays ?? 0,
          b,
        });
      case "waiting":
        return t.rich("waiting", { date: date(programme.invitedAt), b });
      case "paused":
        return t.rich("paused", {
          date: date(pause?.fromOn ?? programme.phaseSince),
          reason: pause?.reason ?? "",
          b,
        });
      case "ended":
        return landing
          ? t.rich("landed", {
              date: date(landing.acceptedOn),
              title: landing.title || "none",
              employer: landing.employer || "none",
              b,
            })
          : t.rich("ended", {
              date: date(programme.endedAt ?? programme.phaseSince),
              reason: closure?.reason || (isClosingReason(closure?.reasonKey) ? reasons(closure.reasonKey) : ""),
              b,
            });
      default:
        return null;
    }
  };
  const text = words();
  if (!text) return null;
  const { icon, tone } = attentionLook[attention];
  return (
    <Notice icon={landing ? "handshake" : icon} tone={landing ? "ok" : tone === "warn" ? "warn" : "neutral"}>
      {text}
    </Notice>
  );
}

const isClosingReason = (key: string | null | undefined): key is ClosingReason =>
  (closingReasons as readonly (string | null | undefined)[]).includes(key);
