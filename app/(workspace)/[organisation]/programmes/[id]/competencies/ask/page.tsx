import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { programmeOfPage } from "../../programme-of-page";
import { ask } from "../actions";
import { readOverview } from "../read-overview";
import { RoundForm } from "@/components/competencies/round-form";
import { withMessages } from "@/components/frame/with-messages";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { WorkspaceProps } from "@/lib/entry/page";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { addDays, civilDate } from "@/lib/platform/civil-dates";

/** Two weeks are enough for most, and short enough not to be put off. */
const usualDays = 14;

/** Begins a 360° round. */
async function AskPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { sees, timeZone } = await programmeOfPage(organisation, id);
  if (!sees.rates) notFound();
  const t = await getTranslations("competencies.ask");
  const { overview, now } = await readOverview(organisation, id);
  if (!overview?.goesOn) notFound();
  const here = `/${organisation}/programmes/${id}/competencies`;
  if (overview.nextRoundFrom)
    return (
      <Notice icon="calendar" action={<LinkButton href={here}>{t("back")}</LinkButton>}>
        {t("notYet", {
          date: civilDay(await getFormatter(), overview.nextRoundFrom, { day: "numeric", month: "long" }),
        })}
      </Notice>
    );
  return (
    <Card pad className="max-w-4xl">
      <h2 className="font-title text-xl">{t("title")}</h2>
      <p className="mt-1 mb-5 max-w-[75ch] text-muted-foreground">{t("lede")}</p>
      <RoundForm
        organisation={organisation}
        programmeId={id}
        side={overview.side}
        deadlineOn={addDays(civilDate(now, timeZone), usualDays)}
        here={here}
        ask={ask}
      />
    </Card>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/competencies/ask/page", AskPage);
