"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RaterFields } from "@/components/competencies/round-form";
import { ActionButton } from "@/components/forms/action-button";
import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { AddRaterInput } from "@/lib/competencies/schemas";
import type { Relation } from "@/lib/competencies/types";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";

/** What can be done in an open round: ask one more, or end the waiting. */
export function RoundActions({
  organisation,
  roundId,
  side,
  askOne,
  close,
}: {
  organisation: string;
  roundId: string;
  side: "self" | "consultant";
  askOne: (organisation: string, input: z.input<typeof AddRaterInput>) => Promise<ActionResult<unknown>>;
  close: (organisation: string, input: { roundId: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("competencies");
  const [asks, setAsks] = useState(false);
  return (
    <>
      {asks ? (
        <Card pad>
          <ActionForm
            schema={() => import("@/lib/competencies/schemas").then((module) => module.AddRaterInput)}
            defaultValues={{ roundId, name: "", email: "", relation: "peer" as Relation }}
            action={(values) => askOne(organisation, values)}
            submit={t("ask.addOneSubmit")}
            done={t("ask.addOneDone")}
            onDone={() => setAsks(false)}
            labels={{ name: t("ask.name"), email: t("ask.email") }}
            cancel={
              <Button variant="quiet" onClick={() => setAsks(false)}>
                {t("ask.cancel")}
              </Button>
            }
          >
            <RaterFields prefix="" side={side} />
          </ActionForm>
        </Card>
      ) : (
        <div>
          <Button onClick={() => setAsks(true)}>{t("ask.addOne")}</Button>
        </div>
      )}
      <Card pad className="grid justify-items-start gap-3">
        <p className="text-sm text-muted-foreground">{t("round.closeHint")}</p>
        <ActionButton action={() => close(organisation, { roundId })} done={t("round.closed")}>
          {t("round.close")}
        </ActionButton>
      </Card>
    </>
  );
}
