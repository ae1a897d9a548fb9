import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";

export const tailoringSteps = ["requirement", "resume", "points", "plan", "send"] as const;
export type TailoringStep = (typeof tailoringSteps)[number];

/** How far one is on the way from a requirement to a resume that is sent. On a phone a bar of five, and the step in words. */
export function StepBar({ at }: { at: TailoringStep }) {
  const t = useTranslations("tailor.steps");
  const current = tailoringSteps.indexOf(at);
  const next = tailoringSteps[current + 1];
  const place = { at: current + 1, of: tailoringSteps.length };
  return (
    <div data-slot="steps" className="phone:px-4">
      <ol aria-label={t("place", place)} className="flex items-center gap-0.5 text-sm phone:gap-[3px]">
        {tailoringSteps.map((step, number) => {
          const done = number < current;
          return (
            <Fragment key={step}>
              {number > 0 ? (
                <li aria-hidden className="mx-1 h-px w-3.5 flex-none bg-border-strong phone:hidden" />
              ) : null}
              <li
                aria-current={number === current ? "step" : undefined}
                className={cn(
                  "flex items-center gap-1.5 whitespace-nowrap text-muted-foreground phone:h-1 phone:flex-1",
                  number === current && "font-semibold text-foreground",
                  number <= current ? "phone:bg-primary" : "phone:bg-border-strong",
                )}
              >
                <span
                  aria-hidden
                  className={cn(
                    "grid size-5 flex-none place-items-center rounded-sm border text-xs leading-none phone:hidden",
                    done && "border-accent-line text-primary",
                    number === current && "border-primary bg-primary text-primary-foreground",
                    number > current && "border-border-strong",
                  )}
                >
                  {done ? <Icon name="check" size="small" /> : number + 1}
                </span>
                <span className={cn("phone:sr-only", number === current ? "" : "max-[1300px]:sr-only")}>{t(step)}</span>
              </li>
            </Fragment>
          );
        })}
      </ol>
      <p aria-hidden className="mt-2 text-sm wide:hidden">
        <b>{t("stepLine", { ...place, step: t(at) })}</b>{" "}
        {next ? <span className="text-muted-foreground">{t("then", { step: t(next) })}</span> : null}
      </p>
    </div>
  );
}
