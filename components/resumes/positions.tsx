import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Row, Rows } from "@/components/ui/rows";

export interface PositionShown {
  id: string;
  version: number;
  title: string;
  employer: string;
  starts: string;
  ends: string;
  endsKey: string;
}

/** Positions of a profile, the present one first; `around` puts a frame about each for who may change it. */
export async function Positions({
  positions,
  around = (_position, shown) => shown,
}: {
  positions: readonly PositionShown[];
  around?: (position: PositionShown, shown: ReactNode) => ReactNode;
}) {
  const t = await getTranslations("resumes");
  if (positions.length === 0) return <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("noPositions")}</p>;
  return (
    <Rows>
      {positions.map((position) => (
        <Row key={position.id}>
          {around(
            position,
            <div className="flex flex-wrap items-baseline gap-x-4">
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
            </div>,
          )}
        </Row>
      ))}
    </Rows>
  );
}
