"use client";

import { LateMenu } from "./late-menu";
import { OrganisationButton } from "./organisation-button";
import type { FrameOrganisation } from "./types";

export interface OrganisationSwitcherProps {
  current: FrameOrganisation;
  all: FrameOrganisation[];
}

const load = () => import("./organisation-menu").then((module) => module.OrganisationMenu);

/** Which firm one sits in; with several it leads to the others. */
export function OrganisationSwitcher(props: OrganisationSwitcherProps) {
  if (props.all.length < 2) {
    return (
      <span className="min-w-0 truncate font-semibold">
        <bdi>{props.current.name}</bdi>
      </span>
    );
  }
  return (
    <LateMenu load={load} props={props} haspopup="menu">
      <OrganisationButton current={props.current} />
    </LateMenu>
  );
}
