import type { ReactNode } from "react";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Facts } from "@/components/ui/rows";

/** The facts of a record, beside it: each child is a `Fact`. `aside` stands at the end of the title's line. */
export function FactsCard({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        {aside ? <span className="ms-auto">{aside}</span> : null}
      </CardHeader>
      <Facts className="px-5 py-4 phone:px-4">{children}</Facts>
    </Card>
  );
}
