import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Row, Rows } from "@/components/ui/rows";
import type { FrameworkChange } from "@/lib/competencies/rules/framework-changes";

const looks = {
  added: { icon: "plus", tone: "ok" },
  changed: { icon: "pencil", tone: "act" },
  removed: { icon: "minus", tone: "neutral" },
} as const;

/** What differs between two versions, competency by competency, line by line. */
export async function VersionChanges({ changes, number }: { changes: readonly FrameworkChange[]; number: number }) {
  const t = await getTranslations("competencies.framework");
  if (changes.length === 0)
    return (
      <Card pad className="text-muted-foreground">
        {t("compareNone", { number })}
      </Card>
    );
  return (
    <Card>
      <Rows>
        {changes.map(({ key, kind, before, after }) => (
          <Row key={key}>
            <div className="flex items-center gap-3">
              <b className="min-w-0 flex-1 font-semibold">{(after ?? before)!.name}</b>
              <Badge {...looks[kind]}>{t(`kinds.${kind}`)}</Badge>
            </div>
            {before && after ? (
              <ul className="mt-1 grid gap-2 text-sm">
                {lines(before)
                  .map((line, at) => [line, lines(after)[at]!] as const)
                  .filter(([was, is]) => was !== is)
                  .map(([was, is]) => (
                    <li key={is}>
                      <ins className="block no-underline">{is}</ins>
                      <del className="block text-muted-foreground no-underline">
                        {t("was")}: {was}
                      </del>
                    </li>
                  ))}
              </ul>
            ) : null}
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

const lines = ({ cluster, name, description, levels }: NonNullable<FrameworkChange["before"]>): string[] => [
  ...[cluster, name, description],
  ...levels,
];
