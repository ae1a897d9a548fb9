import { getLocale, getTranslations } from "next-intl/server";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Meter } from "@/components/ui/meter";
import { Money } from "@/components/ui/money";
import { Fact, Facts } from "@/components/ui/rows";
import type { Completeness, ProfilePart } from "@/lib/resumes/profile/completeness";
import type { ProfileFacts } from "@/lib/resumes/profile/facts";

export interface ProfileGlanceProps {
  facts: ProfileFacts;
  completeness: Completeness;
  /** Where it is edited; absent for who only reads. */
  edit?: string;
}

/** What a profile says at a glance, how much of it is there, and what is worth adding next. */
export async function ProfileGlance({ facts, completeness, edit }: ProfileGlanceProps) {
  const [t, locale] = await Promise.all([getTranslations("resumes.glance"), getLocale()]);
  const { there, missing } = completeness;
  const all = there.length + missing.length;
  const [next] = missing;
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const none = <span className="text-muted-foreground">{t("none")}</span>;
  return (
    <Card data-part="profile-glance">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        {edit ? (
          <LinkButton size="small" className="ms-auto" href={edit} icon="pencil">
            {t("edit")}
          </LinkButton>
        ) : null}
      </CardHeader>
      <div className="grid gap-4 px-5 pt-1 pb-5 phone:px-4">
        {facts.headline ? <p className="font-title text-xl break-words">{facts.headline}</p> : null}
        <div className="grid gap-1.5">
          <p className="text-sm text-muted-foreground">{t("share", { there: there.length, all })}</p>
          <Meter
            value={there.length / all}
            tone="act"
            label={t("meter")}
            valueText={t("share", { there: there.length, all })}
          />
          {next && edit ? (
            <p className="text-sm">
              {t.rich("next", {
                part: t(`parts.${next}`),
                b: (words) => (
                  <Link href={placeOf(next, edit)} className="font-semibold">
                    {words}
                  </Link>
                ),
              })}{" "}
              {t(`why.${next}`)}
            </p>
          ) : null}
        </div>
        <Facts>
          <Fact label={t("fields.workFunction")}>
            {facts.workFunction ? t(`functions.${facts.workFunction}`) : none}
          </Fact>
          <Fact label={t("fields.careerLevel")}>{facts.careerLevel ? t(`levels.${facts.careerLevel}`) : none}</Fact>
          <Fact label={t("fields.industry")}>{facts.industry || none}</Fact>
          <Fact label={t("fields.experienceYears")}>
            {facts.experienceYears === null ? none : t("years", { count: facts.experienceYears })}
          </Fact>
          <Fact label={t("fields.languages")}>
            {facts.languages.length === 0
              ? none
              : facts.languages.map(({ code, level }) => (
                  <span key={code} className="block">
                    {names.of(code)}, {t(`languageLevels.${level}`)}
                  </span>
                ))}
          </Fact>
          <Fact label={t("fields.locations")}>{facts.locations.join(", ") || none}</Fact>
          <Fact label={t("fields.relocation")}>{facts.relocation ? t(`relocations.${facts.relocation}`) : none}</Fact>
          <Fact label={t("fields.noticeWeeks")}>
            {facts.noticeWeeks === null ? none : t("weeks", { count: facts.noticeWeeks })}
          </Fact>
          <Fact label={t("fields.targetPay")}>{facts.targetPay ? <Money {...facts.targetPay} round /> : none}</Fact>
        </Facts>
        {facts.goals ? (
          <div>
            <h3 className="text-sm text-muted-foreground">{t("fields.goals")}</h3>
            <p className="max-w-[75ch] break-words whitespace-pre-line">{facts.goals}</p>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

/** Where a part is said: below on the same page, or in the form of what stands at a glance. */
const placeOf = (part: ProfilePart, edit: string): string =>
  part === "positions" ? "#positions" : part === "summary" || part === "education" ? "#sections" : edit;
