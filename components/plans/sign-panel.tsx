"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ActionButton } from "@/components/forms/action-button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { ActionResult } from "@/lib/platform/result";

const parts = ["executive", "consultant"] as const;
type Part = (typeof parts)[number];

export interface SignPanelProps {
  organisation: string;
  programmeId: string;
  edition: number;
  /** Which part the reader is. */
  part: Part;
  /** There is something to sign. */
  ready: boolean;
  signs: boolean;
  signoffs: ReadonlyArray<{ part: Part; name: string; signedAt: Date }>;
  names: Record<Part, string>;
  /** The edition that was signed before this one. */
  before: number | null;
  here: string;
  sign: (organisation: string, input: { programmeId: string; edition: number }) => Promise<ActionResult<unknown>>;
}

/** Who agreed to what the plan says now, and the button to do so. */
export function SignPanel(props: SignPanelProps) {
  const { organisation, programmeId, edition, part, ready, signs, signoffs, names, before, here, sign } = props;
  const t = useTranslations("plans");
  const format = useFormatter();
  const mine = signoffs.some((signed) => signed.part === part);
  const agreed = signoffs.length === parts.length;
  return (
    <Card id="sign-off" className="scroll-mt-20">
      <CardHeader>
        <CardTitle>{t(agreed ? "agreed" : "signOff")}</CardTitle>
      </CardHeader>
      <div className="grid gap-3 p-5 phone:p-4">
        {parts.map((one) => {
          const signed = signoffs.find((signoff) => signoff.part === one);
          return (
            <div key={one}>
              <p className="break-words">
                <bdi>{signed?.name ?? names[one]}</bdi>
              </p>
              <Status icon={signed ? "circle-check" : "circle-dashed"} tone={signed ? "ok" : "neutral"}>
                {signed
                  ? t("signedOn", {
                      date: format.dateTime(signed.signedAt, { day: "numeric", month: "long", year: "numeric" }),
                    })
                  : t("notSigned")}
              </Status>
            </div>
          );
        })}
        {before !== null && !agreed ? (
          <p className="text-sm text-muted-foreground">
            {t("changedAfter", { number: before })} <Link href={`${here}/editions/${before}`}>{t("seeChanges")}</Link>
          </p>
        ) : null}
        {signs && !mine ? (
          ready ? (
            <ActionButton
              variant="primary"
              action={() => sign(organisation, { programmeId, edition })}
              done={t("signed")}
            >
              {t("sign")}
            </ActionButton>
          ) : (
            <p className="text-sm text-muted-foreground">{t("notReady")}</p>
          )
        ) : null}
      </div>
    </Card>
  );
}
