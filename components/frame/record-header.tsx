import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import type { Crumb } from "@/components/ui/breadcrumb";

export interface RecordHeaderProps {
  crumbs: Crumb[];
  name: string;
  nameInOwnScript?: string;
  /** One line: role, firm, package. */
  lede?: ReactNode;
  /** For records about a person. */
  avatar?: boolean;
  photo?: string | null;
  /** A large badge. */
  state?: ReactNode;
  /** The solid one last but for a "more" menu. */
  actions?: ReactNode;
  /** At the end of the breadcrumb's line: the way to the records before and after. */
  beside?: ReactNode;
  /** A menu for the rest, also on a phone. */
  menu?: ReactNode;
}

/** On a phone only the solid one floats, but over a form, which it would cover; the others stay in the line of the state. */
const recordActionsClasses =
  "phone:in-[main:has(form:not([role=search]),fieldset)]:[&>[data-variant=primary]]:static! phone:in-[main:has(form:not([role=search]),fieldset)]:[&>[data-variant=primary]]:h-11! phone:in-[main:has(form:not([role=search]),fieldset)]:[&>[data-variant=primary]]:shadow-none! flex gap-2 phone:flex-wrap print:hidden phone:[&>[data-variant=primary]]:fixed phone:[&>[data-variant=primary]]:end-4 phone:[&>[data-variant=primary]]:bottom-[calc(var(--bottombar-height)+env(safe-area-inset-bottom)+12px)] phone:[&>[data-variant=primary]]:z-25 phone:[&>[data-variant=primary]]:h-12 phone:[&>[data-variant=primary]]:rounded-lg phone:[&>[data-variant=primary]]:px-[18px] phone:[&>[data-variant=primary]]:shadow-float";

/** Breadcrumb, name, state, actions. Phase rail and tabs follow below. */
export function RecordHeader({
  crumbs,
  name,
  nameInOwnScript,
  lede,
  avatar,
  photo,
  state,
  actions,
  menu,
  beside,
}: RecordHeaderProps) {
  return (
    <>
      <div className="flex items-start justify-between gap-3">
        <Breadcrumb crumbs={crumbs} />
        {beside}
      </div>
      <div data-slot="record-header" className="mb-5 flex flex-wrap items-center gap-x-6 gap-y-4">
        <div className="flex min-w-[min(320px,100%)] flex-1 items-center gap-4 phone:items-start phone:gap-3">
          {avatar ? <Avatar name={name} photo={photo} size="large" /> : null}
          <div className="min-w-0">
            <h1 className="font-title text-2xl break-words phone:text-[1.625rem] phone:leading-8">
              <bdi>{name}</bdi>
              {nameInOwnScript ? " " : null}
              {nameInOwnScript ? (
                <bdi className="font-sans text-lg text-muted-foreground">{nameInOwnScript}</bdi>
              ) : null}
            </h1>
            {lede ? <p className="wrap-anywhere text-muted-foreground">{lede}</p> : null}
          </div>
        </div>
        <div className="flex items-center gap-2 phone:w-full phone:flex-wrap">
          {state ? <span className="me-2 phone:me-auto">{state}</span> : null}
          {actions ? (
            <div data-slot="record-actions" className={recordActionsClasses}>
              {actions}
            </div>
          ) : null}
          {menu}
        </div>
      </div>
    </>
  );
}
