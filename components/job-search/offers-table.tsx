"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { ActionButton } from "@/components/forms/action-button";
import type { Undo } from "@/components/forms/run-undo";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { greatestTotal, weigh } from "@/lib/job-search/rules/offers";
import type { ActionResult } from "@/lib/platform/result";

interface Criterion {
  id: string;
  name: string;
  weight: number;
}

export interface OfferShown {
  id: string;
  title: string;
  companyName: string;
  pay: string;
  scores: Record<string, number>;
}

type Change =
  | { kind: "weight"; id: string; value: number }
  | { kind: "score"; id: string; offerId: string; value: number };

export interface OffersTableProps {
  organisation: string;
  criteria: readonly Criterion[];
  offers: readonly OfferShown[];
  writes: boolean;
  actions: {
    weigh: (organisation: string, input: { id: string; weight: number }) => Promise<ActionResult<unknown>>;
    score: (
      organisation: string,
      input: { opportunityId: string; criterionId: string; score: number },
    ) => Promise<ActionResult<unknown>>;
    remove: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  };
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

const weights = [0, 1, 2, 3, 4, 5];
const scores = [1, 2, 3, 4, 5];

/** Offers side by side: what matters with its weight, a score each, and the weighted sum. Each choice counts at once. */
export function OffersTable({ organisation, criteria, offers, writes, actions, undo }: OffersTableProps) {
  const t = useTranslations("job-search.offers");
  const forms = useTranslations("ui.forms");
  const [shown, change] = useOptimistic({ criteria, offers }, (now, { id, value, ...by }: Change) =>
    by.kind === "weight"
      ? { ...now, criteria: now.criteria.map((one) => (one.id === id ? { ...one, weight: value } : one)) }
      : {
          ...now,
          offers: now.offers.map((offer) =>
            offer.id === by.offerId ? { ...offer, scores: { ...offer.scores, [id]: value } } : offer,
          ),
        },
  );
  const [, start] = useTransition();
  const run = (made: Change) =>
    start(async () => {
      change(made);
      const result = await (
        made.kind === "weight"
          ? actions.weigh(organisation, { id: made.id, weight: made.value })
          : actions.score(organisation, { opportunityId: made.offerId, criterionId: made.id, score: made.value })
      ).catch(() => null);
      if (!result) toast.problem(forms("notSent"));
      else if (!result.ok) toast.problem(result.refusal.message);
    });
  const order = weigh(shown.criteria, shown.offers);
  const greatest = greatestTotal(shown.criteria);
  const leads = order[0] && order[1] && order[0].total > order[1].total ? order[0].id : null;
  const sum = (id: string) => {
    const { total, missing } = order.find((one) => one.id === id)!;
    return (
      <>
        <b className="text-xl font-medium">{total}</b>{" "}
        <span className="text-muted-foreground">{t("ofMost", { most: greatest })}</span>
        {missing > 0 ? <span className="block text-sm text-warning">{t("missing", { missing })}</span> : null}
        {leads === id && missing === 0 ? (
          <Badge icon="award" tone="ok" className="mt-1.5 flex w-fit">
            {t("first")}
          </Badge>
        ) : null}
      </>
    );
  };
  // On a phone a table of selects is too narrow to read: each line becomes a block of its own, with the sums above them.
  return (
    <Card className="overflow-x-auto">
      <table className="w-full border-collapse phone:block">
        <thead className="phone:block">
          <tr className="border-b border-border align-bottom phone:block phone:py-2">
            <th
              scope="col"
              className="w-[34%] px-5 py-3 text-start text-xs font-medium text-muted-foreground phone:hidden"
            >
              {t("matters")}
            </th>
            {shown.offers.map((offer) => (
              <th
                key={offer.id}
                scope="col"
                className="px-3 py-3 text-start font-normal phone:flex phone:gap-4 phone:px-4 phone:py-2"
              >
                <span className="block min-w-0 flex-1 break-words">
                  <Link href={`/${organisation}/job-search/opportunity/${offer.id}`} className="font-semibold">
                    {offer.companyName}
                  </Link>
                  <span className="block text-sm text-muted-foreground">{offer.title}</span>
                  {offer.pay ? <span className="block text-sm tabular-nums">{offer.pay}</span> : null}
                </span>
                <span className="hidden flex-none text-end tabular-nums phone:block">{sum(offer.id)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border phone:block">
          {shown.criteria.map((criterion) => (
            <tr
              key={criterion.id}
              className={cn("phone:grid phone:gap-2 phone:py-3", criterion.weight === 0 && "text-muted-foreground")}
            >
              <th scope="row" className="px-5 py-2.5 text-start font-normal phone:block phone:px-4 phone:py-0">
                <span className="flex items-start gap-2 phone:items-center">
                  <span className="min-w-0 flex-1 break-words phone:font-semibold">{criterion.name}</span>
                  {writes ? (
                    <ActionButton
                      size="icon"
                      variant="quiet"
                      aria-label={t("remove", { name: criterion.name })}
                      action={() => actions.remove(organisation, { id: criterion.id })}
                      done={t("removed")}
                      onUndo={(undone) => undo(organisation, undone)}
                      className="-my-1 phone:-me-2.5"
                    >
                      <Icon name="x" size="small" />
                    </ActionButton>
                  ) : null}
                </span>
                {writes ? (
                  <NativeSelect
                    aria-label={t("weightOf", { name: criterion.name })}
                    value={criterion.weight}
                    onChange={(event) => run({ kind: "weight", id: criterion.id, value: Number(event.target.value) })}
                    className="mt-1"
                  >
                    {weights.map((weight) => (
                      <option key={weight} value={weight}>
                        {t(`weights.${weight}`)}
                      </option>
                    ))}
                  </NativeSelect>
                ) : (
                  <span className="block text-sm text-muted-foreground">{t(`weights.${criterion.weight}`)}</span>
                )}
              </th>
              {shown.offers.map((offer) => {
                const given = offer.scores[criterion.id];
                return (
                  <td
                    key={offer.id}
                    className="px-3 py-2.5 align-bottom tabular-nums phone:grid phone:grid-cols-[minmax(0,1fr)_9rem] phone:items-center phone:gap-3 phone:px-4 phone:py-0"
                  >
                    <span className="hidden text-sm break-words text-muted-foreground phone:block">
                      {offer.companyName}
                    </span>
                    {writes ? (
                      <NativeSelect
                        aria-label={t("scoreOf", { name: criterion.name, company: offer.companyName })}
                        value={given ?? ""}
                        onChange={(event) =>
                          run({
                            kind: "score",
                            id: criterion.id,
                            offerId: offer.id,
                            value: Number(event.target.value),
                          })
                        }
                      >
                        {given === undefined ? <option value="">{t("noScore")}</option> : null}
                        {scores.map((score) => (
                          <option key={score} value={score}>
                            {t("score", { score })}
                          </option>
                        ))}
                      </NativeSelect>
                    ) : given === undefined ? (
                      t("noScore")
                    ) : (
                      t("score", { score: given })
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot className="phone:hidden">
          <tr className="border-t border-border-strong align-top">
            <th scope="row" className="px-5 py-3 text-start phone:px-4">
              {t("total")}
              <span className="block text-sm font-normal text-muted-foreground">{t("totalHint")}</span>
            </th>
            {shown.offers.map((offer) => (
              <td key={offer.id} className="px-3 py-3 tabular-nums">
                {sum(offer.id)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}
