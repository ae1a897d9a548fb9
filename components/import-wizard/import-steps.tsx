import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { ImportStep } from "./types";

const order: ImportStep[] = ["upload", "map", "preview", "run", "done"];

/** Where one is in the import. */
export function ImportSteps({ step }: { step: ImportStep }) {
  const t = useTranslations("ui.import");
  const at = order.indexOf(step);
  return (
    <div className="mb-5">
      <ol aria-label={t("steps")} className="flex gap-0.5 text-sm phone:gap-[3px]">
        {order.map((one, index) => {
          const state = index < at || step === "done" ? "done" : index === at ? "now" : "ahead";
          return (
            <li
              key={one}
              aria-current={index === at ? "step" : undefined}
              className={cn(
                "flex items-center gap-1.5 text-muted-foreground not-first:before:mx-1.5 not-first:before:h-px not-first:before:w-3.5 not-first:before:bg-border-strong not-first:before:content-['']",
                "phone:h-1 phone:flex-1 phone:bg-border-strong phone:before:hidden",
                state !== "ahead" && "phone:bg-primary",
                state === "now" && "font-semibold text-foreground",
              )}
            >
              <span
                className={cn(
                  "grid size-5 place-items-center rounded-sm border border-border-strong text-xs leading-none phone:sr-only",
                  state === "done" && "border-accent-line text-primary",
                  state === "now" && "border-primary bg-primary text-primary-foreground",
                )}
              >
                {state === "done" ? <Icon name="check" size="small" /> : index + 1}
              </span>
              <span className="phone:sr-only">{t(`step_${one}`)}</span>
            </li>
          );
        })}
      </ol>
      <p className="mt-2 text-sm font-semibold wide:hidden">
        {t("stepOf", { now: at + 1, total: order.length })}: {t(`step_${step}`)}
      </p>
    </div>
  );
}
