import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A part of the guide, reached by its anchor. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="min-w-0">
      <h2 className="mb-4 font-title text-xl">{title}</h2>
      <div className="grid grid-cols-2 items-start gap-x-6 gap-y-9 narrow:grid-cols-1">{children}</div>
    </section>
  );
}

/** One piece, with its name above. */
export function Specimen({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={cn("min-w-0", wide && "col-span-full")}>
      <h3 className="mb-2 text-sm font-medium text-muted-foreground">{title}</h3>
      {children}
    </section>
  );
}
