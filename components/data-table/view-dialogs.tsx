"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Moment } from "@/components/ui/moment";
import { RadioLine } from "@/components/ui/radio";
import { Row, Rows } from "@/components/ui/rows";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { TableView, ViewActions } from "./types";
import { useViewWork } from "./use-view-work";

export type ViewDialogKind = "save" | "rename" | "share" | "removed";

export interface ViewDialogsProps {
  kind: ViewDialogKind;
  view: TableView | undefined;
  search: string;
  actions: ViewActions;
  onClose: () => void;
}

/** Naming a view, saying who can use it, bringing back a removed one. */
export function ViewDialogs(props: ViewDialogsProps) {
  const t = useTranslations("ui.table");
  const titles = { save: "saveView", rename: "renameView", share: "shareView", removed: "removedViews" } as const;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : props.onClose())}>
      <DialogContent title={t(titles[props.kind])}>
        {props.kind === "share" ? (
          <ShareView {...props} />
        ) : props.kind === "removed" ? (
          <RemovedViews {...props} />
        ) : (
          <NameView {...props} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function NameView({ kind, view, search, actions, onClose }: ViewDialogsProps) {
  const t = useTranslations("ui.table");
  const router = useRouter();
  const { run } = useViewWork(actions);
  const [name, setName] = useState(kind === "rename" || (view?.saved && !view.editable) ? (view?.name ?? "") : "");
  const given = name.trim();
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!given) return;
        onClose();
        if (kind === "rename" && view)
          return run(() => actions.rename({ id: view.id, name: given }), t("viewRenamed", { name: given }));
        run(
          () => actions.save({ name: given, search }),
          t("viewSaved", { name: given }),
          ({ id }) => router.push(`?${search ? `${search}&` : ""}view=${id}`, { scroll: false }),
        );
      }}
    >
      <Field label={t("viewName")} hint={kind === "save" ? t("viewNameHint") : undefined}>
        <Input value={name} maxLength={80} autoFocus onChange={(event) => setName(event.target.value)} />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-end" aria-disabled={given ? undefined : true}>
        {t("save")}
      </Button>
    </form>
  );
}

function ShareView({ view, actions, onClose }: ViewDialogsProps) {
  const t = useTranslations("ui.table");
  const { run } = useViewWork(actions);
  const sharing = useAnswer(actions.sharing);
  const now = view?.sharedWith === "everybody" ? "everybody" : (view?.sharedWith?.teamId ?? "nobody");
  const [chosen, setChosen] = useState<string>(now);
  if (!view) return null;
  if (!sharing) return <Skeleton className="h-24" />;
  const options = [
    { value: "nobody", label: t("shareNobody") },
    ...sharing.teams.map((team) => ({ value: team.id, label: t("shareTeam", { name: team.name }) })),
    ...(sharing.everybody ? [{ value: "everybody", label: t("shareEverybody") }] : []),
  ];
  const save = () => {
    onClose();
    run(
      () =>
        actions.share({
          id: view.id,
          ...(chosen === "nobody" || chosen === "everybody"
            ? { with: chosen }
            : { with: "team" as const, teamId: chosen }),
        }),
      t(chosen === "nobody" ? "viewPrivate" : "viewShared", { name: view.name }),
    );
  };
  return (
    <div className="grid gap-4">
      <FieldSet legend={t("shareWith")} hint={options.length > 1 ? t("shareHint") : t("shareNotYours")}>
        {options.map((option) => (
          <RadioLine
            key={option.value}
            name="share-with"
            className="ms-0"
            checked={chosen === option.value}
            onChange={() => setChosen(option.value)}
          >
            <bdi>{option.label}</bdi>
          </RadioLine>
        ))}
      </FieldSet>
      <Button variant="primary" className="justify-self-end" onClick={save}>
        {t("save")}
      </Button>
    </div>
  );
}

function RemovedViews({ actions, onClose }: ViewDialogsProps) {
  const t = useTranslations("ui.table");
  const { run } = useViewWork(actions);
  const views = useAnswer(actions.removed);
  if (!views) return <Skeleton className="h-24" />;
  if (views.length === 0) return <p className="text-muted-foreground">{t("noRemovedViews")}</p>;
  return (
    <Rows>
      {views.map((view) => (
        <Row key={view.id} className="flex items-center gap-3 px-0">
          <span className="min-w-0 flex-1">
            <bdi className="block font-medium break-words">{view.name}</bdi>
            {view.removedAt ? (
              <span className="text-sm text-muted-foreground">
                <Moment value={view.removedAt} />
              </span>
            ) : null}
          </span>
          <Button
            size="small"
            onClick={() => {
              onClose();
              run(() => actions.restore({ id: view.id }), t("viewRestored", { name: view.name }));
            }}
          >
            {t("restoreView")}
          </Button>
        </Row>
      ))}
    </Rows>
  );
}

/** What the server answers when the dialog opens; null until then. A refusal is said as one. */
function useAnswer<Data>(ask: () => Promise<ActionResult<Data>>): Data | null {
  const t = useTranslations("ui.table");
  const [data, setData] = useState<Data | null>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void ask()
      .then((result) => (result.ok ? setData(() => result.data) : toast.problem(result.refusal.message)))
      .catch(() => toast.problem(t("notSent")));
  }, [ask, t]);
  return data;
}
