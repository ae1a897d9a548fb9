import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import type { Crumb } from "@/components/ui/breadcrumb";
import { cn } from "@/components/ui/cn";

export interface PageHeadProps {
  title: ReactNode;
  /** One line of context with the one number that matters, in bold. */
  lede?: ReactNode;
  /** At the right end, the solid one last. On a phone that one floats above the bottom bar, but over a form; the others go into a menu or away. */
  actions?: ReactNode;
  crumbs?: Crumb[];
  /** At the end of the breadcrumb's line: the way to the records before and after. */
  beside?: ReactNode;
  className?: string;
}

export const pageActionsClasses =
  "ms-auto flex gap-2 phone:fixed phone:end-4 phone:bottom-[calc(var(--bottombar-height)+env(safe-area-inset-bottom)+12px)] phone:z-25 phone:m-0 " +
  "phone:[&>[data-slot=button]:not([data-variant=primary])]:hidden phone:[&>[data-variant=primary]]:h-12 phone:[&>[data-variant=primary]]:rounded-lg phone:[&>[data-variant=primary]]:px-[18px] phone:[&>[data-variant=primary]]:shadow-float " +
  "phone:in-[main:has([data-slot=bulk-bar])]:hidden phone:in-[main:has(form:not([role=search]),fieldset)]:static! phone:in-[main:has(form:not([role=search]),fieldset)]:[&>[data-variant=primary]]:h-11! phone:in-[main:has(form:not([role=search]),fieldset)]:[&>[data-variant=primary]]:shadow-none!";

/** Where a page begins. */
export function PageHead({ title, lede, actions, crumbs, beside, className }: PageHeadProps) {
  return (
    <>
      {crumbs ? (
        <div className="flex items-start justify-between gap-3">
          <Breadcrumb crumbs={crumbs} />
          {beside}
        </div>
      ) : null}
      <div
        data-slot="page-head"
        className={cn("mb-6 flex flex-wrap items-end gap-x-6 gap-y-4 phone:mb-5 phone:gap-3", className)}
      >
        <div className="min-w-0 flex-1 phone:basis-full">
          <h1 className="font-title text-2xl wrap-anywhere phone:text-[1.625rem] phone:leading-8">{title}</h1>
          {lede ? <p className="mt-1 max-w-[100ch] text-muted-foreground [&_b]:text-foreground">{lede}</p> : null}
        </div>
        {actions ? (
          <div data-slot="page-actions" className={pageActionsClasses}>
            {actions}
          </div>
        ) : null}
      </div>
    </>
  );
}
