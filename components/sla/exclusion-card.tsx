import { getTranslations } from "next-intl/server";
import { AskExclusionForm, type AskExclusionFormProps } from "./ask-exclusion-form";
import { DoButton, type DoButtonProps } from "@/components/forms/do-button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Row, Rows } from "@/components/ui/rows";

interface Exclusion {
  id: string;
  reason: string;
  state: string;
  askedBy: string | null;
  /** Asked by who reads it: somebody else decides. */
  mine: boolean;
  decidedBy: string | null;
  decisionNote: string;
}

export interface ExclusionCardProps {
  organisation: string;
  clockId: string;
  exclusions: readonly Exclusion[];
  asks: boolean;
  decides: boolean;
  actions: {
    ask: AskExclusionFormProps["ask"];
    decide: DoButtonProps<{ id: string; approve: boolean }>["act"];
    withdraw: DoButtonProps<{ id: string }>["act"];
  };
}

const states = ["asked", "approved", "refused", "withdrawn"] as const;

/** Whether a promise counts: who asked that it does not, what was decided, and the way to ask. */
export async function ExclusionCard(props: ExclusionCardProps) {
  const { organisation, clockId, exclusions, asks, decides, actions } = props;
  const t = await getTranslations("sla.exclusion");
  const standing = exclusions.some(({ state }) => state === "asked" || state === "approved");
  if (exclusions.length === 0 && !asks) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <Rows>
        {exclusions.map(({ id, reason, state, askedBy, mine, decidedBy, decisionNote }) => (
          <Row key={id} className="grid gap-2 text-sm">
            <span translate="no">{t("by", { name: askedBy ?? "", reason })}</span>
            <span className="text-muted-foreground">
              {t(`state.${states.find((one) => one === state) ?? "asked"}`)}
              {decidedBy ? <span translate="no"> · {[decidedBy, decisionNote].filter(Boolean).join(": ")}</span> : null}
            </span>
            <span className="flex flex-wrap gap-2 empty:hidden">
              {state === "asked" && decides && !mine
                ? [true, false].map((approve) => (
                    <DoButton
                      key={String(approve)}
                      {...{ organisation, act: actions.decide, input: { id, approve } }}
                      done={t(approve ? "approved" : "refused")}
                      size="small"
                      variant={approve ? "primary" : "outline"}
                    >
                      {t(approve ? "approve" : "refuse")}
                    </DoButton>
                  ))
                : null}
              {asks && (state === "asked" || state === "approved") ? (
                <DoButton
                  {...{ organisation, act: actions.withdraw, input: { id }, done: t("counts") }}
                  size="small"
                  variant="outline"
                >
                  {t("withdraw")}
                </DoButton>
              ) : null}
            </span>
          </Row>
        ))}
      </Rows>
      {asks && !standing ? (
        <div className="px-5 py-4 phone:px-4">
          <AskExclusionForm {...{ organisation, clockId, ask: actions.ask }} />
        </div>
      ) : null}
    </Card>
  );
}
