import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { ActionResult } from "@/lib/platform/result";

/** How long one has to rest before it is worked out anew, in milliseconds. */
const pause = 500;

/** What follows from a form: nothing while nothing is typed, then asked, answered, or not to be said of what stands there now. */
export type Ahead<Answer> = { state: "untouched" | "asking" | "unclear" } | { state: "known"; answer: Answer };

/** What would follow from the form around it if it were saved, kept up with what is typed. Nothing is saved by asking. */
export function useAhead<Answer>(ask: (values: unknown) => Promise<ActionResult<Answer>>): Ahead<Answer> {
  const values = JSON.stringify(useWatch());
  const { isDirty } = useFormContext().formState;
  const [found, setFound] = useState<{ of: string; answer: Answer | null } | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    let late = false;
    const timer = setTimeout(async () => {
      const result = await ask(JSON.parse(values)).catch(() => null);
      if (!late) setFound({ of: values, answer: result?.ok ? result.data : null });
    }, pause);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [values, isDirty, ask]);
  if (!isDirty) return { state: "untouched" };
  if (found?.of !== values) return { state: "asking" };
  return found.answer === null ? { state: "unclear" } : { state: "known", answer: found.answer };
}
