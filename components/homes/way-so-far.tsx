import { getFormatter, getTranslations } from "next-intl/server";
import { phaseSteps, type ProgrammeRecord } from "@/components/programmes/record";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PhaseRail } from "@/components/ui/phases";
import type { planProgress } from "@/lib/plans/queries";
import { civilDay } from "@/lib/platform/i18n/civil-day";

/** The way so far: what lies behind, never what is missing. */
export async function WaySoFar(props: {
  programme: ProgrammeRecord;
  /** Tasks that are done. */
  done: number;
  plan: Awaited<ReturnType<(typeof planProgress)["run"]>>;
  /** Address of the programme. */
  here: string;
}) {
  const { programme, done, plan, here } = props;
  const t = await getTranslations("programmes.home");
  const format = await getFormatter();
  const steps = phaseSteps(programme);
  const behind = steps.filter(({ state }) => state === "done").length;
  return (
    <Card pad>
      <h2 className="mb-3 font-title text-[1.25rem] leading-[1.625rem]">{t("progress")}</h2>
      <PhaseRail bare label={t("progress")} steps={steps} />
      <p className="mt-3">{t("progressText", { behind, total: steps.length, done })}</p>
      {plan && plan.total > 0 ? (
        <p className="mt-1.5">
          {t.rich("planText", {
            done: plan.done,
            total: plan.total,
            next: plan.next?.title ?? "none",
            to: (words) => <Link href={`${here}/plan`}>{words}</Link>,
          })}
        </p>
      ) : null}
      {programme.endsOn && programme.state !== "landed" ? (
        <p className="mt-1.5 text-sm text-muted-foreground">
          {t("runsUntil", {
            date: civilDay(format, programme.endsOn, { day: "numeric", month: "long", year: "numeric" }),
          })}
        </p>
      ) : null}
    </Card>
  );
}
