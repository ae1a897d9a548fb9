"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { ActionButton } from "@/components/forms/action-button";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { Empty } from "@/components/states/empty";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { FieldKind } from "@/lib/records/field-kinds";

export interface FieldShown {
  id: string;
  version: number;
  label: string;
  hint: string;
  kind: FieldKind;
  choices: string[];
  required: boolean;
  retired: boolean;
  used: number;
  usedBy: Record<string, number>;
}

export interface FieldsCardProps {
  organisation: string;
  entity: string;
  fields: FieldShown[];
  actions: {
    order: (organisation: string, input: { entity: string; ids: string[] }) => Promise<ActionResult<unknown>>;
    retire: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
    bringBack: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  };
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** The fields of one kind of record in their order, then those that were taken away. */
export function FieldsCard({ organisation, entity, fields, actions, undo }: FieldsCardProps) {
  const t = useTranslations("records");
  const [pending, start] = useTransition();
  const inUse = fields.filter(({ retired }) => !retired);
  const retired = fields.filter((field) => field.retired);
  const here = `/${organisation}/settings/fields`;
  const add = (
    <Button asChild size="small">
      <Link href={`${here}/new?of=${entity}`}>
        <Icon name="plus" size="small" />
        {t("fields.addTo", { records: t(`kinds.${entity}`) })}
      </Link>
    </Button>
  );
  const move = (from: number, by: number) =>
    start(async () => {
      const ids = inUse.map(({ id }) => id);
      const [moved] = ids.splice(from, 1);
      ids.splice(from + by, 0, moved!);
      const result = await actions.order(organisation, { entity, ids }).catch(() => null);
      if (!result?.ok) return void toast.problem(result?.refusal.message ?? t("fields.notSent"));
      const { undo: back } = result;
      toast.done(t("fields.ordered"), {
        action: back
          ? { label: t("fields.undo"), run: () => runUndo((one) => undo(organisation, one), back, t("fields.undone")) }
          : undefined,
      });
    });
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t(`kinds.${entity}`)}</CardTitle>
        <span className="text-muted-foreground phone:hidden">{t("fields.count", { count: inUse.length })}</span>
        {inUse.length > 0 ? <span className="ms-auto">{add}</span> : null}
      </CardHeader>
      {inUse.length === 0 ? (
        <Empty icon="list-plus" title={t("fields.empty.title", { records: t(`kinds.${entity}`) })} action={add}>
          {t(`fields.empty.${entity}`)}
        </Empty>
      ) : (
        <Rows>
          {inUse.map((field, at) => (
            <Row key={field.id} className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
              <span className="min-w-48 flex-1">
                <Link
                  data-row-link
                  href={`${here}/${field.id}`}
                  className="block font-semibold break-words text-foreground no-underline hover:underline"
                >
                  {field.label}
                </Link>
                <span className="block text-sm break-words text-muted-foreground">
                  {t(`fields.kinds.${field.kind}`)}
                  {field.kind === "choice" ? `: ${field.choices.join(", ")}` : ""}
                </span>
              </span>
              {field.required ? <Badge tone="plain">{t("fields.needed")}</Badge> : null}
              <span className="text-sm whitespace-nowrap text-muted-foreground tabular-nums">
                {t("fields.used", { count: field.used })}
              </span>
              <span className="relative flex gap-1 phone:ms-auto">
                <Button
                  variant="ghost"
                  size="iconSmall"
                  aria-label={t("fields.up", { label: field.label })}
                  disabled={at === 0 || pending}
                  onClick={() => move(at, -1)}
                >
                  <Icon name="arrow-up" size="small" />
                </Button>
                <Button
                  variant="ghost"
                  size="iconSmall"
                  aria-label={t("fields.down", { label: field.label })}
                  disabled={at === inUse.length - 1 || pending}
                  onClick={() => move(at, 1)}
                >
                  <Icon name="arrow-down" size="small" />
                </Button>
                <ActionButton
                  variant="quiet"
                  size="small"
                  aria-label={t("fields.retireOne", { label: field.label })}
                  action={() => actions.retire(organisation, { id: field.id })}
                  done={t("fields.retired", { label: field.label })}
                  onUndo={(back) => undo(organisation, back)}
                >
                  {t("fields.retire")}
                </ActionButton>
              </span>
            </Row>
          ))}
        </Rows>
      )}
      {retired.length > 0 ? (
        <details className="border-t border-border px-5 py-3 phone:px-4">
          <summary className="cursor-pointer text-sm text-muted-foreground">
            {t("fields.retiredCount", { count: retired.length })}
          </summary>
          <ul className="mt-2 grid gap-1.5">
            {retired.map((field) => (
              <li key={field.id} className="flex flex-wrap items-center gap-3">
                <span className="min-w-0 flex-1 break-words">
                  {field.label}{" "}
                  <span className="text-sm text-muted-foreground">{t("fields.keeps", { count: field.used })}</span>
                </span>
                <ActionButton
                  size="small"
                  aria-label={t("fields.bringBackOne", { label: field.label })}
                  action={() => actions.bringBack(organisation, { id: field.id })}
                  done={t("fields.broughtBack", { label: field.label })}
                >
                  {t("fields.bringBack")}
                </ActionButton>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}
