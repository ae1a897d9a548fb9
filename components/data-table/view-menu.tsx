"use client";

import { LateMenu } from "@/components/frame/late-menu";
import type { TableView, ViewActions } from "./types";
import type { ViewDialogKind } from "./view-dialogs";
import { ViewMenuButton } from "./view-menu-button";

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

const load = () => import("./view-menu-content").then((module) => module.ViewMenuContent);

/** What can be done with the view that is shown, by whose it is; and the views that were removed. */
export function ViewMenu(props: ViewMenuProps) {
  return (
    <LateMenu load={load} props={props} haspopup="menu">
      <ViewMenuButton view={props.view} />
    </LateMenu>
  );
}
