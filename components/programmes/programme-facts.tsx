import { getFormatter, getTranslations } from "next-intl/server";
import type { ProgrammeRecord } from "@/components/programmes/record";
import { Fact, Facts } from "@/components/ui/rows";
import { civilDay } from "@/lib/platform/i18n/civil-day";

/** The figures of a programme, label and value in two columns. */
export async function ProgrammeFacts({ programme }: { programme: ProgrammeRecord }) {
  const t = await getTranslations("programmes.record.facts");
  const format = await getFormatter();
  const civil = (date: string | null, none: string) => (date ? civilDay(format, date) : none);
  const moment = (at: Date | null) =>
    at ? format.dateTime(at, { day: "numeric", month: "short", year: "numeric" }) : t("none");
  return (
    <Facts>
      <Fact label={t("consultant")}>{programme.consultant.name}</Fact>
      <Fact label={t("sponsor")}>{programme.sponsorName || t("unknown")}</Fact>
      <Fact label={t("noticeOn")}>{civil(programme.noticeOn, t("unknown"))}</Fact>
      <Fact label={t("activated")}>{moment(programme.activatedAt)}</Fact>
      <Fact label={t("endsOn")}>{civil(programme.endsOn, t("none"))}</Fact>
      <Fact label={t("firstContact")}>{moment(programme.firstContactAt)}</Fact>
      <Fact label={t("lastContact")}>{moment(programme.lastContactAt)}</Fact>
    </Facts>
  );
}
