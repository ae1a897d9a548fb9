import { useTranslations } from "next-intl";
import { Children, type ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Rows } from "@/components/ui/rows";

/** Rows in a card: the first few, the rest behind one line that opens them; a sentence where there are none. */
export function MoreRows({ none, shown, children }: { none: string; shown: number; children: ReactNode }) {
  const t = useTranslations("programmes.home");
  const rows = Children.toArray(children);
  // One more line takes no more room than the line that would hide it.
  const first = rows.length <= shown + 1 ? rows : rows.slice(0, shown);
  const rest = rows.slice(first.length);
  return (
    <Card>
      {rows.length === 0 ? (
        <p className="px-5 py-4 text-muted-foreground phone:px-4">{none}</p>
      ) : (
        <>
          <Rows>{first}</Rows>
          {rest.length > 0 ? (
            <details className="border-t border-border">
              <summary className="cursor-pointer px-5 py-3 text-sm text-primary hover:underline phone:min-h-11 phone:px-4">
                {t("more", { count: rest.length })}
              </summary>
              <Rows className="border-t border-border">{rest}</Rows>
            </details>
          ) : null}
        </>
      )}
    </Card>
  );
}
