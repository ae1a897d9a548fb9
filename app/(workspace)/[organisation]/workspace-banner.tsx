import { getFormatter, getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { PersonActor } from "@/lib/platform/actor";
import { may } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";

const soon = 10 * 24 * 3_600_000;

/** One line above everything, only when there is something to know: a demo, a trial that ends soon. */
export async function WorkspaceBanner({ actor }: { actor: PersonActor }) {
  const t = await getTranslations("frame.banner");
  const format = await getFormatter();
  const { demo, trialEndsAt } = actor.organisation;
  if (demo) return <Line icon="compass">{t("demo")}</Line>;
  if (!trialEndsAt || !may(actor, "organisation:write")) return null;
  if (trialEndsAt.getTime() - now().getTime() > soon) return null;
  const day = format.dateTime(trialEndsAt, { dateStyle: "long", timeZone: actor.timeZone });
  return <Line icon="hourglass">{t("trial", { day })}</Line>;
}

function Line({ icon, children }: { icon: "compass" | "hourglass"; children: string }) {
  return (
    <p className="flex items-center justify-center gap-2 border-b border-border bg-muted px-4 py-1.5 text-sm text-muted-foreground print:hidden">
      <Icon name={icon} size="small" />
      {children}
    </p>
  );
}
