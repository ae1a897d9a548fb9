import "server-only";
import { unstable_rethrow } from "next/navigation";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import type { RefusalResult } from "@/lib/platform/result";

/** What a form shows after it was sent, with or without JavaScript: what was typed stays, passwords excepted. */
export interface FormState {
  values: Record<string, string>;
  refusal?: RefusalResult;
  /** What was done, where the page stays: a key of its messages. */
  done?: string;
}

/** The fields of a posted form as texts, without Next's own `$ACTION_…` keys. */
export function fieldsOf(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(([key]) => !key.startsWith("$ACTION_"));
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === "string" ? value : ""]));
}

/** Runs what a posted form asks for. Refusals come back beside what was typed; redirects go through. */
export async function answerForm(
  form: FormData,
  work: (fields: Record<string, string>) => Promise<string | void>,
): Promise<FormState> {
  const fields = fieldsOf(form);
  const values = Object.fromEntries(Object.entries(fields).filter(([key]) => !/password|token/i.test(key)));
  try {
    const done = await work(fields);
    return done ? { values, done } : { values };
  } catch (error) {
    unstable_rethrow(error);
    const { requestId } = await requestFacts();
    return { values, refusal: refusalResult(error, requestId) };
  }
}
