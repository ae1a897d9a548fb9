"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { Icon } from "@/components/ui/icon";
import { LinkTabs, tabClasses } from "@/components/ui/link-tabs";
import { useState } from "react";
import type { TableView, ViewActions } from "./types";
import { currentView, viewSearch, type UsualView } from "./url-state";
import type { ViewDialogKind } from "./view-dialogs";
import { ViewMenu } from "./view-menu";

const ViewDialogs = dynamic(() => import("./view-dialogs").then((module) => module.ViewDialogs), { ssr: false });

export interface ViewTabsProps {
  views: TableView[];
  /** The list's address, with the usual view where it asks for nothing. */
  search: URLSearchParams;
  actions?: ViewActions;
  usual?: UsualView;
}

/** Views as tabs: the page's own, then saved ones. What is shown can be saved; a saved one renamed, shared, made usual, removed. */
export function ViewTabs({ views, search, actions, usual }: ViewTabsProps) {
  const t = useTranslations("ui.table");
  const [dialog, setDialog] = useState<ViewDialogKind | null>(null);
  const shown = currentView(search, views);
  const chosen = shown ?? views.find((view) => view.id === search.get("view"));
  const changed = !shown && viewSearch(search) !== "";
  return (
    <>
      <LinkTabs
        label={t("views")}
        tabs={views.map((view) => ({
          href: addressOf(view, usual),
          label: view.sharedWith ? (
            <span className="inline-flex items-center gap-1.5">
              <bdi>{view.name}</bdi>
              <Icon name="users-round" size="small" label={sharedWords(t, view)} />
            </span>
          ) : (
            <bdi>{view.name}</bdi>
          ),
          count: view.count,
          current: view.id === chosen?.id,
        }))}
      >
        {actions && changed ? (
          <button type="button" className={tabClasses} onClick={() => setDialog("save")}>
            <Icon name="plus" size="small" />
            {t("saveView")}
          </button>
        ) : null}
        {actions ? (
          <ViewMenu
            view={chosen}
            changed={changed}
            search={viewSearch(search)}
            actions={actions}
            pageView={views.find((view) => !view.saved)}
            onDialog={setDialog}
          />
        ) : null}
      </LinkTabs>
      {dialog && actions ? (
        <ViewDialogs
          kind={dialog}
          view={chosen}
          search={viewSearch(search)}
          actions={actions}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}

/** A view's address names it, so that it stays chosen while its filters are changed, and so that it is not taken for the usual one. */
const addressOf = (view: TableView, usual: UsualView | undefined): string =>
  view.search ? `?${view.search}&view=${view.id}` : usual || view.saved ? `?view=${view.id}` : "?";

function sharedWords(t: ReturnType<typeof useTranslations<"ui.table">>, view: TableView): string {
  return view.ownerName ? t("sharedBy", { name: view.ownerName }) : t("sharedMark");
}
