"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { OpensAtOnce } from "@/components/frame/late-menu";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import { useViewWork } from "./use-view-work";
import type { ViewMenuProps } from "./view-menu";
import { ViewMenuButton } from "./view-menu-button";

/** What can be done with the view that is shown, by whose it is; and the views that were removed. */
export function ViewMenuContent({
  view,
  changed,
  search,
  actions,
  pageView,
  onDialog,
  openAtOnce,
}: ViewMenuProps & OpensAtOnce) {
  const t = useTranslations("ui.table");
  const router = useRouter();
  const { run } = useViewWork(actions);
  const saved = view?.saved ? view : undefined;
  const own = saved?.editable ? saved : undefined;
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <ViewMenuButton view={view} />
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
