"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { LineProblems } from "@/components/tailoring/line-problems";
import { Icon } from "@/components/ui/icon";
import type { ReadPoints } from "@/lib/tailoring/points/points";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";

/** What is found in the points that are being pasted, below their field: how many, and each line that needs a look, in its own words. */
export function PointsFound({ technologies }: { technologies: readonly OwnTechnology[] }) {
  const t = useTranslations("tailoring.pointForm");
  const text = useDeferredValue(String(useWatch({ name: "text" }) ?? ""));
  const [read, setRead] = useState<(ReadPoints & { of: string }) | null>(null);
  useEffect(() => {
    let current = true;
    if (text.trim())
      void import("@/lib/tailoring/library/read-pasted").then(({ readPasted }) => {
        if (current) setRead({ ...readPasted(text, technologies), of: text });
      });
    return () => {
      current = false;
    };
  }, [text, technologies]);
  if (!text.trim() || !read) return null;
  const { groups, problems } = read;
  const lines = read.of.split(/\r\n?|\n/);
  const points = groups.reduce((sum, group) => sum + group.points.length, 0);
  return (
    <div role="status" className="grid gap-2 text-sm">
      <p className="flex items-center gap-2">
        <Icon name={points > 0 ? "circle-check" : "circle-dashed"} size="small" className="flex-none text-primary" />
        {t("found", { points, technologies: groups.length })}
      </p>
      {problems.length > 0 ? <LineProblems problems={problems} wordsOf={(line) => lines[line - 1]} /> : null}
    </div>
  );
}
