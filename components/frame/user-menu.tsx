"use client";

import { LateMenu } from "./late-menu";
import type { FramePerson, NavItem } from "./types";
import { UserButton } from "./user-button";

export interface UserMenuProps {
  person: FramePerson;
  items: NavItem[];
  signOut?: () => Promise<void>;
}

const load = () => import("./user-menu-content").then((module) => module.UserMenuContent);

/** Who is signed in, at the foot of the sidebar: own pages, theme, sign-out. */
export function UserMenu(props: UserMenuProps) {
  return (
    <LateMenu load={load} props={props} haspopup="menu">
      <UserButton person={props.person} />
    </LateMenu>
  );
}
