"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import type { PlanConflict as Met } from "./use-plan";

const Conflict = dynamic(() => import("@/components/forms/conflict").then((module) => module.Conflict), { ssr: false });

/** Changes that met what somebody else had saved, with the words that they are about. Wherever one was, one is led here. */
export function PlanConflict({
  conflict,
  onSettle,
  onShown,
}: {
  conflict: Met;
  onSettle: (side: "yours" | "theirs") => void;
  onShown: () => void;
}) {
  const t = useTranslations("tailor.plan");
  const here = useRef<HTMLDivElement>(null);
  const shown = useEffectEvent(onShown);
  useEffect(() => {
    shown();
    // Once the plan is there to be scrolled: on a phone the document may have been in its place.
    const frame = requestAnimationFrame(() => {
      here.current?.scrollIntoView({ block: "start" });
      here.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [conflict]);
  const yours = (
    <>
      {conflict.what}
      {conflict.about.map((words, at) => (
        <q key={at} className="mt-1 block text-sm text-muted-foreground wrap-anywhere">
          {words}
        </q>
      ))}
    </>
  );
  return (
    <div ref={here} tabIndex={-1} className="scroll-mt-20 p-4 outline-none">
      <Conflict
        lines={[{ field: "plan", label: t("thePlan"), yours, theirs: t("asSaved") }]}
        onSave={({ plan: side }) => onSettle(side ?? "theirs")}
      />
    </div>
  );
}
