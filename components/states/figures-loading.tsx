import { Busy } from "@/components/states/loading";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** Four figures side by side, and the chart below them. */
export function FiguresLoading({ chart = true }: { chart?: boolean }) {
  return (
    <Busy>
      <Card className="grid grid-cols-4 gap-px overflow-hidden bg-border narrow:grid-cols-2">
        {[0, 1, 2, 3].map((at) => (
          <div key={at} className="grid h-39 content-start gap-3 bg-card px-5 pt-5 phone:px-3.5">
            <Skeleton className="w-24" />
            <Skeleton className="h-7 w-20" />
            <Skeleton className="w-32 max-w-full" />
            <Skeleton className="h-2.5 w-40 max-w-full" />
          </div>
        ))}
      </Card>
      {chart ? <ChartLoading tall /> : null}
    </Busy>
  );
}

/** A chart: its title, what it is, and room for the picture. */
export function ChartLoading({ tall = false }: { tall?: boolean }) {
  return (
    <Card pad aria-busy="true" className="my-4 grid gap-3">
      <Skeleton className="h-4 w-80 max-w-full" />
      <Skeleton className="w-60 max-w-full" />
      <Skeleton className={tall ? "mt-2 h-72" : "mt-2 h-40"} />
    </Card>
  );
}
