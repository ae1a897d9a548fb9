"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { secondsLeft, type TimeLeft as Left } from "@/lib/sla/rules/count-down";
import { durationIn } from "./duration";

/** How often it is counted anew, in milliseconds: what is shown are minutes. */
const every = 10_000;

/** The time that is left, which goes down only while it counts; late, by how much it was when the page came. */
export function TimeLeft({ left, isWork }: { left: Left; isWork: boolean }) {
  const t = useTranslations("sla.clock");
  const [passed, setPassed] = useState(0);
  const counts = left.stretches.length > 0;
  useEffect(() => {
    if (!counts) return;
    // From the moment at which the page came: clocks of devices are often wrong.
    const came = performance.now();
    const timer = setInterval(() => setPassed(Math.floor((performance.now() - came) / 1000)), every);
    return () => clearInterval(timer);
  }, [counts, left.at]);
  const seconds = secondsLeft(left, left.at + passed);
  const text = durationIn(t, Math.abs(seconds));
  const long = t(isWork ? "work" : "wall", { text });
  return (
    <span className="tabular-nums" role="timer">
      {seconds < 0 || (seconds === 0 && !counts) ? t("lateBy", { long }) : t("stillLeft", { long })}
    </span>
  );
}
