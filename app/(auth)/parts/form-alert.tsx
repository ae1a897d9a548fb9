import { Notice } from "@/components/ui/notice";
import type { RefusalResult } from "@/lib/platform/result";

/** What was refused and belongs to no field of the form. */
export function FormAlert({ refusal, fields }: { refusal?: RefusalResult; fields: readonly string[] }) {
  if (!refusal || (refusal.field && fields.includes(refusal.field))) return null;
  return (
    <Notice icon={refusal.code === "rate" ? "clock" : "circle-alert"} tone="bad" role="alert">
      <p>{refusal.message}</p>
      {refusal.code === "fault" ? <p className="font-mono text-xs text-muted-foreground">{refusal.requestId}</p> : null}
    </Notice>
  );
}

/** The sentence for one field, when it is the one that is wrong. */
export const errorOf = (refusal: RefusalResult | undefined, field: string): string | undefined =>
  refusal?.fields?.[field]?.[0] ?? (refusal?.field === field ? refusal.message : undefined);
