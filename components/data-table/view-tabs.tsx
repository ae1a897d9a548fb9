"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { LinkTabs, tabClasses } from "@/components/ui/link-tabs";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { TableView, ViewActions } from "./types";
import { currentView, viewSearch } from "./url-state";

/** Saved views as tabs; what is shown can be saved under a name, an own view renamed, brought up to date, removed. */
export function ViewTabs({ views, actions }: { views: TableView[]; actions?: ViewActions }) {
  const t = useTranslations("ui.table");
  const search = useSearchParams();
  const router = useRouter();
  const params = new URLSearchParams(search);
  const shown = currentView(params, views);
  const chosen = shown ?? views.find((view) => view.id === search.get("view"));
  const changed = !shown && viewSearch(params) !== "";
  const [naming, setNaming] = useState<"save" | "rename" | null>(null);
  const [, start] = useTransition();
  const run = (work: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      const result = await work();
      if (result.ok) router.refresh();
      else toast.problem(result.refusal.message);
    });
  return (
    <>
      <LinkTabs
        label={t("views")}
        tabs={views.map((view) => ({
          href: view.search ? `?${view.search}&view=${view.id}` : "?",
          label: view.name,
          count: view.count,
          current: view.id === chosen?.id,
        }))}
      >
        {actions && changed ? (
          <button type="button" className={tabClasses} onClick={() => setNaming("save")}>
            <Icon name="plus" size="small" />
            {t("saveView")}
          </button>
        ) : null}
        {actions && chosen?.editable ? (
          <DropdownMenu>
            <DropdownMenuTrigger className={tabClasses} aria-label={t("viewMenu", { name: chosen.name })}>
              <Icon name="ellipsis" size="small" />
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              {changed && actions.update ? (
                <DropdownMenuItem
                  onSelect={() => run(() => actions.update!({ id: chosen.id, search: viewSearch(params) }))}
                >
                  <Icon name="save" />
                  {t("updateView")}
                </DropdownMenuItem>
              ) : null}
              {actions.rename ? (
                <DropdownMenuItem onSelect={() => setNaming("rename")}>
                  <Icon name="pencil" />
                  {t("renameView")}
                </DropdownMenuItem>
              ) : null}
              {actions.remove ? (
                <DropdownMenuItem
                  danger
                  onSelect={() =>
                    run(async () => {
                      const result = await actions.remove!({ id: chosen.id });
                      if (result.ok) {
                        router.push("?");
                        toast.done(t("viewRemoved", { name: chosen.name }), {
                          action: {
                            label: t("undo"),
                            run: () => run(() => actions.save({ name: chosen.name, search: chosen.search })),
                          },
                        });
                      }
                      return result;
                    })
                  }
                >
                  <Icon name="trash-2" />
                  {t("removeView")}
                </DropdownMenuItem>
              ) : null}
            </DropdownMenuContent>
          </DropdownMenu>
        ) : null}
      </LinkTabs>
      {naming && actions ? (
        <NameView
          initial={naming === "rename" ? (chosen?.name ?? "") : ""}
          title={naming === "rename" ? t("renameView") : t("saveView")}
          onClose={() => setNaming(null)}
          onName={(name) => {
            setNaming(null);
            run(() =>
              naming === "rename" && chosen && actions.rename
                ? actions.rename({ id: chosen.id, name })
                : actions.save({ name, search: viewSearch(params) }),
            );
          }}
        />
      ) : null}
    </>
  );
}

function NameView({
  initial,
  title,
  onName,
  onClose,
}: {
  initial: string;
  title: string;
  onName: (name: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("ui.table");
  const [name, setName] = useState(initial);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title={title}>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) onName(name.trim());
          }}
        >
          <Field label={t("viewName")} hint={t("viewNameHint")}>
            <Input value={name} maxLength={60} autoFocus onChange={(event) => setName(event.target.value)} />
          </Field>
          <Button
            type="submit"
            variant="primary"
            className="justify-self-end"
            aria-disabled={name.trim() ? undefined : true}
          >
            {t("save")}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
