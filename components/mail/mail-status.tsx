import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";

const looks = {
  queued: { icon: "clock", tone: "neutral" },
  claimed: { icon: "clock", tone: "neutral" },
  sent: { icon: "send", tone: "ok" },
  delivered: { icon: "mail-check", tone: "ok" },
  received: { icon: "reply", tone: "act" },
  filed: { icon: "message-square", tone: "ok" },
  unmatched: { icon: "circle-help", tone: "warn" },
  failed: { icon: "circle-alert", tone: "bad" },
  refused: { icon: "circle-x", tone: "bad" },
  suppressed: { icon: "circle-x", tone: "warn" },
} as const satisfies Record<string, { icon: IconName; tone: Tone }>;

const isKnown = (status: string): status is keyof typeof looks => Object.hasOwn(looks, status);

/** How far a mail has come, as an icon and a word. */
export function MailStatus({ status, className }: { status: string; className?: string }) {
  const t = useTranslations("mail.status");
  if (!isKnown(status)) return null;
  return (
    <Status icon={looks[status].icon} tone={looks[status].tone} className={className}>
      {t(status)}
    </Status>
  );
}
