"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { tabClasses } from "@/components/ui/link-tabs";
import type { TableView, ViewActions } from "./types";
import { useViewWork } from "./use-view-work";
import type { ViewDialogKind } from "./view-dialogs";

export interface ViewMenuProps {
  /** The view that is shown, changed or not. */
  view: TableView | undefined;
  changed: boolean;
  /** What a view of what is seen now would keep. */
  search: string;
  actions: ViewActions;
  /** Where to go when the view that is shown is removed. */
  pageView: TableView | undefined;
  onDialog: (kind: ViewDialogKind) => void;
}

/** What can be done with the view that is shown, by whose it is; and the views that were removed. */
export function ViewMenu({ view, changed, search, actions, pageView, onDialog }: ViewMenuProps) {
  const t = useTranslations("ui.table");
  const router = useRouter();
  const { run } = useViewWork(actions);
  const saved = view?.saved ? view : undefined;
  const own = saved?.editable ? saved : undefined;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        className={tabClasses}
        aria-label={saved ? t("viewMenu", { name: saved.name }) : t("viewOptions")}
      >
        <Icon name="ellipsis" size="small" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {own && changed ? (
          <DropdownMenuItem
            onSelect={() => run(() => actions.update({ id: own.id, search }), t("viewUpdated", { name: own.name }))}
          >
            <Icon name="save" />
            {t("updateView")}
          </DropdownMenuItem>
        ) : null}
        {own ? (
          <>
            <DropdownMenuItem onSelect={() => onDialog("rename")}>
              <Icon name="pencil" />
              {t("renameView")}
            </DropdownMenuItem>
            <DropdownMenuItem onSelect={() => onDialog("share")}>
              <Icon name="share-2" />
              {t("shareView")}
            </DropdownMenuItem>
          </>
        ) : null}
        {saved && !own ? (
          <DropdownMenuItem onSelect={() => onDialog("save")}>
            <Icon name="copy" />
            {t("copyView")}
          </DropdownMenuItem>
        ) : null}
        {saved ? (
          <>
            <DropdownMenuItem
              onSelect={() =>
                run(
                  () => actions.setDefault({ id: saved.usual ? null : saved.id }),
                  saved.usual ? t("usualIsNot") : t("usualIs", { name: saved.name }),
                )
              }
            >
              <Icon name="star" />
              {saved.usual ? t("unmakeUsual") : t("makeUsual")}
            </DropdownMenuItem>
            <DropdownMenuSeparator />
          </>
        ) : null}
        {own ? (
          <DropdownMenuItem
            danger
            onSelect={() =>
              run(
                () => actions.remove({ id: own.id }),
                t("viewRemoved", { name: own.name }),
                () => router.push(pageView ? `?${pageView.search}&view=${pageView.id}` : "?"),
              )
            }
          >
            <Icon name="trash-2" />
            {t("removeView")}
          </DropdownMenuItem>
        ) : null}
        <DropdownMenuItem onSelect={() => onDialog("removed")}>
          <Icon name="undo-2" />
          {t("removedViews")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
