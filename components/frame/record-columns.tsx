import type { ReactNode } from "react";

/** A record's page: work at the start, facts beside it (360 px); one under the other below 1181 px. */
export function RecordColumns({ children, facts }: { children: ReactNode; facts: ReactNode }) {
  return (
    <div
      data-slot="record-columns"
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 beside:grid-cols-[minmax(0,1fr)_360px]"
    >
      <div className="grid min-w-0 gap-5">{children}</div>
      <aside className="grid min-w-0 gap-5">{facts}</aside>
    </div>
  );
}
