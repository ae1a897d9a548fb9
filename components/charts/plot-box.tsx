"use client";

import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Skeleton } from "@/components/ui/skeleton";

/** Measures the place for a picture. Text stays 13 px at any width: below 560 px a second, narrow form is drawn. */
export function PlotBox({
  height,
  children,
}: {
  height: number;
  children: (box: { width: number; narrow: boolean }) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <div
      ref={box}
      style={{ minHeight: height }}
      className="relative min-w-0 text-xs tabular-nums [&_text]:fill-muted-foreground [&_text]:text-xs print:[&_svg]:h-auto! print:[&_svg]:w-full!"
    >
      {width > 0 ? children({ width, narrow: width < 560 }) : null}
    </div>
  );
}

/** Stands where the picture will be, in its height. */
export function PlotLoading({ height }: { height: number }) {
  return <Skeleton style={{ height }} className="w-full" />;
}
