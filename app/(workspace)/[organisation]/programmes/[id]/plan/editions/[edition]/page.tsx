import { getFormatter, getTranslations } from "next-intl/server";
import { SectionHead } from "@/components/frame/section-head";
import { GoalText } from "@/components/plans/goal-text";
import { PlanChanges } from "@/components/plans/plan-changes";
import { PlanWords } from "@/components/plans/plan-words";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { notFound } from "@/lib/platform/refusal";
import { comparePlan } from "@/lib/plans/queries";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { programmeOfPage } from "../../../programme-of-page";

/** An edition that was signed, and what changed since. */
export default async function EditionPage({ params }: WorkspaceProps<{ id: string; edition: string }>) {
  const { organisation, id, edition } = await params;
  const { timeZone } = await programmeOfPage(organisation, id);
  const kept = await readPage(organisation, ({ ask }) => {
    if (!/^\d{1,6}$/.test(edition)) throw notFound("this edition");
    return ask(comparePlan, { programmeId: id, edition: Number(edition) });
  });
  const t = await getTranslations("plans");
  const format = await getFormatter();
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-8">
      <div>
        <LinkButton size="small" href={`/${organisation}/programmes/${id}/plan`} icon="arrow-left">
          {t("back")}
        </LinkButton>
      </div>
      <section>
        <SectionHead title={t("changedSince", { number: kept.edition })} count={kept.changes.length} />
        <Card pad>
          <PlanChanges changes={kept.changes} />
        </Card>
      </section>
      <section>
        <SectionHead title={t("edition", { number: kept.edition })} />
        <p className="mb-3 text-muted-foreground">
          {kept.signoffs
            .map(({ name, signedAt }) =>
              t("signedBy", {
                name,
                date: format.dateTime(signedAt, { day: "numeric", month: "long", year: "numeric", timeZone }),
              }),
            )
            .join(" ")}
        </p>
        <Card pad>
          <ol className="mb-5 grid gap-5">
            {kept.content.goals.map((goal) => (
              <li key={goal.id}>
                <GoalText goal={goal} />
              </li>
            ))}
          </ol>
          <PlanWords content={kept.content} />
          {kept.content.milestones.length > 0 ? (
            <ol className="mt-5 grid gap-3 border-t border-border pt-4">
              {kept.content.milestones.map((milestone) => (
                <li key={milestone.id}>
                  <b>{milestone.title}</b>
                  {milestone.dueOn ? (
                    <span className="text-muted-foreground">
                      {" "}
                      {t("by", {
                        date: civilDay(format, milestone.dueOn, { day: "numeric", month: "long", year: "numeric" }),
                      })}
                    </span>
                  ) : null}
                  <ul className="mt-1 list-disc ps-5 text-muted-foreground">
                    {milestone.steps.map((step, place) => (
                      <li key={place}>{step}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          ) : null}
        </Card>
      </section>
    </div>
  );
}
