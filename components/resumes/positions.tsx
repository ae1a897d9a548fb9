import { getTranslations } from "next-intl/server";
import { Row, Rows } from "@/components/ui/rows";

/** Positions of a profile, the present one first. */
export async function Positions({
  positions,
}: {
  positions: ReadonlyArray<{
    id: string;
    title: string;
    employer: string;
    starts: string;
    ends: string;
    endsKey: string;
  }>;
}) {
  const t = await getTranslations("resumes");
  if (positions.length === 0) return <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("noPositions")}</p>;
  return (
    <Rows>
      {positions.map((position) => (
        <Row key={position.id} className="flex flex-wrap items-baseline gap-x-4">
          <span className="min-w-0 flex-1 break-words">
            <b className="block">{position.title || position.employer}</b>
            {position.title && position.employer ? (
              <span className="text-sm text-muted-foreground">{position.employer}</span>
            ) : null}
          </span>
          {position.starts || position.ends ? (
            <span className="text-sm text-muted-foreground tabular-nums">
              {t("period", {
                starts: position.starts,
                ends: position.endsKey === "9999-12" ? t("now") : position.ends,
              })}
            </span>
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}
