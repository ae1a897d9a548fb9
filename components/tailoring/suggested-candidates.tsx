import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { Tag } from "@/components/ui/tag";
import type { Match, MatchReason } from "@/lib/tailoring/candidates/match";

interface Suggested {
  personId: string;
  name: string;
  headline: string | null;
  location: string | null;
  match: Match;
}

/** Who fits, the best first: how much of what is needed their resume names, and when each was last used. */
export async function SuggestedCandidates({
  organisation,
  candidates,
  action,
}: {
  organisation: string;
  candidates: readonly Suggested[];
  /** What can be done with one. */
  action?: (candidate: Suggested) => ReactNode;
}) {
  const t = await getTranslations("tailoring.match");
  const said = ({ use, year, short }: MatchReason) =>
    [use === "missing" ? "" : t(`use.${use}`, { year: String(year ?? "") }), short ? t("short") : ""]
      .filter(Boolean)
      .join(", ");
  return (
    <Rows>
      {candidates.map((candidate) => {
        const { personId, name, headline, location, match } = candidate;
        const has = match.reasons.filter(({ use }) => use !== "missing");
        const missing = match.reasons.filter(({ use, need }) => use === "missing" && need === "must");
        return (
          <Row key={personId}>
            <div className="flex items-start gap-3">
              <p className="min-w-0 flex-1 break-words">
                <Link
                  {...(action ? {} : { "data-row-link": true })}
                  href={`/${organisation}/candidates/${personId}`}
                  className="font-semibold"
                >
                  <bdi>{name}</bdi>
                </Link>
                <span className="block text-sm text-muted-foreground">
                  {[headline, location].filter(Boolean).join(" · ")}
                </span>
              </p>
              <p className="flex-none text-end text-sm tabular-nums">
                <b>{t("score", { score: match.score })}</b>
                <span className="block text-muted-foreground">
                  {match.must.of > 0 ? t("must", match.must) : t("nice", match.nice)}
                </span>
              </p>
            </div>
            <ul className="mt-2 flex flex-wrap gap-x-3 gap-y-1.5">
              {has.map((reason) => (
                <li key={reason.name} className="flex items-center gap-1.5">
                  <Tag hit={reason.need === "must"}>{reason.name}</Tag>
                  <span className="text-xs text-muted-foreground">{said(reason)}</span>
                </li>
              ))}
            </ul>
            {missing.length > 0 ? (
              <p className="mt-1.5 flex items-start gap-1.5 text-sm text-warning">
                <Icon name="circle-alert" size="small" className="mt-1 flex-none" />
                {t("missing", { skills: missing.map((reason) => reason.name).join(", ") })}
              </p>
            ) : null}
            {action ? <div className="mt-2">{action(candidate)}</div> : null}
          </Row>
        );
      })}
    </Rows>
  );
}
