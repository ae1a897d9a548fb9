import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/forms/action-button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import type { ActionResult } from "@/lib/platform/result";
import { hintOf, type FirstStep, type FirstSteps as Steps } from "@/lib/programmes/queries/first-steps";

/** Where each step is done, below the organisation. */
const places: Record<FirstStep, string> = {
  look: "settings",
  consultant: "people/invite",
  packages: "packages",
  executive: "programmes/new",
  profile: "profile",
  ownExecutive: "programmes/new",
  contact: "programmes",
};

/** Steps that are also done by finding everything right as it is, which no record tells. */
const maySuit: ReadonlySet<FirstStep> = new Set<FirstStep>(["look", "packages"]);

/** What to do first, with what is done ticked off. Each step leads to its place; the list can be put away for good. */
export async function FirstSteps({
  organisation,
  steps: { role, steps },
  dismiss,
}: {
  organisation: string;
  steps: Steps;
  dismiss: (organisation: string, input: { hint: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = await getTranslations("programmes.firstSteps");
  const next = steps.find(({ done }) => !done)?.step;
  const away = (hint: string) => dismiss.bind(null, organisation, { hint });
  return (
    <Card className="mb-8" aria-labelledby="first-steps">
      <CardHeader>
        <CardTitle id="first-steps">{t("title")}</CardTitle>
        <span className="text-sm text-muted-foreground tabular-nums">
          {t("count", { done: steps.filter(({ done }) => done).length, total: steps.length })}
        </span>
        <ActionButton variant="quiet" size="small" className="ms-auto" action={away(hintOf(role))} done={t("hidden")}>
          {t("hide")}
        </ActionButton>
      </CardHeader>
      <Rows>
        {steps.map(({ step, done }) => (
          <Row key={step} className="flex items-center gap-3.5 phone:flex-wrap">
            <Icon
              name={done ? "circle-check" : "circle"}
              className={done ? "text-success" : step === next ? "text-primary" : "text-muted-foreground"}
            />
            <span className="min-w-0 flex-1 phone:basis-3/4">
              <Link
                data-row-link
                href={`/${organisation}/${places[step]}`}
                className={
                  done
                    ? "text-muted-foreground no-underline hover:underline"
                    : "font-semibold text-foreground no-underline hover:underline"
                }
              >
                {t(`steps.${step}.title`)}
                {done ? <span className="sr-only">{t("done")}</span> : null}
              </Link>
              {done ? null : <span className="block text-sm text-muted-foreground">{t(`steps.${step}.text`)}</span>}
            </span>
            {!done && maySuit.has(step) ? (
              <ActionButton
                variant="outline"
                size="small"
                className="relative flex-none phone:ms-8"
                action={away(hintOf(step))}
              >
                {t(`steps.${step}.suits`)}
              </ActionButton>
            ) : null}
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
