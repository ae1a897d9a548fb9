import { getTranslations } from "next-intl/server";
import { calledName } from "@/components/homes/home";
import type { NextStep } from "@/components/homes/next-steps";
import type { StepWords } from "@/components/homes/step-words";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

/** The one next step, the first thing that the eye meets; where there is none, that this is so and whom one can write to. */
export async function LeadingStep(props: {
  organisation: string;
  step: NextStep | null;
  say: StepWords;
  consultant: string;
  messagesHref: string;
}) {
  const { organisation, step, say, consultant, messagesHref } = props;
  const t = await getTranslations("programmes.home");
  const words = step && say(step);
  const write = t("write", { name: calledName(consultant) });
  return (
    <Card
      pad
      aria-labelledby="next-step"
      className="border-t-[3px] border-t-primary phone:-mx-4 phone:rounded-none phone:border-x-0"
    >
      <p className="text-sm font-semibold text-primary">{t("yourNextStep")}</p>
      <h2 id="next-step" className="mt-1.5 font-title text-xl break-words">
        {words ? words.title : t("nextNone")}
      </h2>
      {words?.day ? <p className="mt-1 text-sm text-muted-foreground">{words.day}</p> : null}
      <p className="mt-2 max-w-[60ch] text-md whitespace-pre-line empty:hidden">
        {words ? words.text : t("nextNoneText")}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {words && step ? (
          <>
            <LinkButton
              variant="primary"
              size="large"
              className="phone:flex-1"
              icon="arrow-right"
              href={`/${organisation}${step.path}`}
            >
              {words.action}
            </LinkButton>
            <LinkButton variant="quiet" size="large" href={messagesHref}>
              {write}
            </LinkButton>
          </>
        ) : (
          <LinkButton variant="primary" size="large" icon="message-square" href={messagesHref}>
            {write}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}
