import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { Mark } from "@/components/ui/wordmark";

/** Around the pages of visitors: the organisation's name above, and nothing that leads into it. */
export function PublicFrame({ organisation, children }: { organisation: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-15 items-center gap-2.5 px-10 phone:h-13 phone:px-4">
        <Mark />
        <span translate="no" className="truncate font-serif text-lg font-semibold">
          {organisation}
        </span>
      </header>
      <main className="mx-auto w-full max-w-5xl flex-1 px-10 pt-[3vh] pb-14 phone:px-4 phone:pt-2">{children}</main>
    </div>
  );
}

/** Looked at so often that it must be a program, or a very large office. */
export function TooOften({ says }: { says: string }) {
  return (
    <main className="mx-auto w-full max-w-2xl px-10 pt-[8vh] phone:px-4">
      <Notice icon="hourglass" role="status">
        <b>{says}</b>
      </Notice>
    </main>
  );
}
