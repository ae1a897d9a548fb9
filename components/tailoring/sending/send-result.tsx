"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { calledIn } from "@/components/tailoring/sending/letters";
import type { SendDone, SendItem } from "@/components/tailoring/sending/types";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Row, Rows } from "@/components/ui/rows";

export interface SendResultProps {
  organisation: string;
  items: readonly SendItem[];
  done: SendDone;
}

const looks = {
  queued: { icon: "mail-check", className: "text-success" },
  known: { icon: "info", className: "text-muted-foreground" },
  refused: { icon: "circle-alert", className: "text-destructive" },
} as const;

/** What became of each letter, and where one goes on. */
export function SendResult({ organisation, items, done }: SendResultProps) {
  const t = useTranslations("sending.result");
  const [first] = items;
  const called = calledIn(items);
  // The button was at the end of a long form.
  useEffect(() => window.scrollTo({ top: 0, behavior: "instant" }), []);
  const same = new Set(items.map(({ requirementId }) => requirementId)).size === 1;
  return (
    <div className="grid max-w-3xl gap-5">
      <Notice
        icon={done.refused > 0 ? "triangle-alert" : "mail-check"}
        tone={done.refused > 0 ? "warn" : "ok"}
        role="status"
      >
        <b>{t("sent", { count: done.letters })}</b> {done.queued > 0 ? t("moved") : null}
      </Notice>
      <Card>
        <Rows>
          {done.outcomes.map(({ submissionId, address, became, message }) => (
            <Row key={`${submissionId} ${address}`} className="flex items-start gap-3">
              <Icon name={looks[became].icon} className={looks[became].className} />
              <span className="min-w-0 flex-1 break-words">
                <Link data-row-link href={`/${organisation}/submissions/${submissionId}`} className="font-semibold">
                  <bdi>{items.filter((item) => item.submissionId === submissionId).map(called)}</bdi>
                </Link>
                <span className="block text-sm text-muted-foreground">
                  <bdi>{address}</bdi>
                </span>
                <span className="block text-sm">{message ?? t(became)}</span>
              </span>
            </Row>
          ))}
        </Rows>
      </Card>
      <div className="flex flex-wrap gap-2">
        {same && first ? (
          <LinkButton variant="primary" href={`/${organisation}/requirements/${first.requirementId}`}>
            {t("toRequirement")}
          </LinkButton>
        ) : null}
        <LinkButton href={`/${organisation}/submissions`}>{t("toSubmissions")}</LinkButton>
      </div>
    </div>
  );
}
