import { Busy } from "@/components/states/loading";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the bench: paper at the left, plan at the right. */
export default function TailorLoading() {
  return (
    <Busy>
      <div className="mb-6 flex items-center gap-4">
        <Skeleton className="size-9" />
        <span className="flex-1">
          <Skeleton className="h-6 w-64 max-w-full" />
          <Skeleton className="mt-2 w-48" />
        </span>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_420px] gap-8 narrow:grid-cols-1">
        <Skeleton className="aspect-[210/297] w-full narrow:hidden" />
        <div className="grid content-start gap-3">
          <Skeleton className="h-24" />
          <Skeleton className="mt-4 h-4 w-1/2" />
          {[1, 2, 3, 4, 5].map((row) => (
            <Skeleton key={row} className="h-16" />
          ))}
        </div>
      </div>
    </Busy>
  );
}
