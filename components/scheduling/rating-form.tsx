"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/platform/result";

interface Rating {
  rating: "1" | "2" | "3" | "4" | "5";
  comment: string;
}

/** Says how a session was: a number from 1 to 5, and words if one likes. */
export function RatingForm({
  id,
  names,
  rate,
}: {
  id: string;
  /** Who reads it. */
  names: string;
  rate: (input: { id: string; rating: number; comment: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("scheduling.rating");
  const router = useRouter();
  return (
    <ActionForm
      schema={() => import("@/lib/scheduling/outside/rating-schema").then((module) => module.RatingFields)}
      defaultValues={{ comment: "" }}
      action={({ rating, comment }: Rating) => rate({ id, rating: Number(rating), comment })}
      submit={t("send")}
      done={t("sent")}
      onDone={() => router.refresh()}
      labels={{ rating: t("question"), comment: t("comment") }}
      draft={{ form: "scheduling.rate", record: id }}
    >
      <Numbers />
      <FormField name="comment" label={t("comment")} hint={t("commentHint", { names })}>
        <Textarea rows={3} />
      </FormField>
    </ActionForm>
  );
}

/** The five numbers, as one tap each. */
function Numbers() {
  const t = useTranslations("scheduling.rating");
  const { register, getFieldState, formState } = useFormContext<Rating>();
  const { error } = getFieldState("rating", formState);
  return (
    <fieldset aria-describedby={error ? "rating-error" : undefined}>
      <legend className="mb-2 text-sm font-semibold">{t("question")}</legend>
      <div className="flex gap-2">
        {[1, 2, 3, 4, 5].map((rating) => (
          <label
            key={rating}
            className="grid size-12 cursor-pointer place-items-center rounded-sm border border-input bg-card text-lg tabular-nums hover:border-foreground has-checked:border-primary has-checked:bg-primary has-checked:text-primary-foreground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring phone:size-14"
          >
            <input
              type="radio"
              value={rating}
              aria-label={t("one", { rating })}
              className="sr-only"
              {...register("rating")}
            />
            <span aria-hidden>{rating}</span>
          </label>
        ))}
      </div>
      <p aria-hidden className="mt-1.5 flex w-68 justify-between text-xs text-muted-foreground phone:w-78">
        <span>{t("low")}</span>
        <span>{t("high")}</span>
      </p>
      {error?.message ? <FieldError id="rating-error">{error.message}</FieldError> : null}
    </fieldset>
  );
}
