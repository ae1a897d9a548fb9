"use client";

import { useFormatter } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Refused } from "./model";

/** What was refused, and the next free times, each one press away. */
export function NextTimes({
  refused,
  timeZone,
  onTime,
}: {
  refused: Refused;
  timeZone: string;
  onTime: (at: Date) => void;
}) {
  const format = useFormatter();
  return (
    <Notice icon="octagon-alert" tone="bad" role="alert">
      <b>{refused.message}</b>
      {refused.next.length > 0 ? (
        <span className="mt-2 flex flex-wrap gap-2">
          {refused.next.map((at) => (
            <Button key={at} type="button" onClick={() => onTime(new Date(at))} className="tabular-nums">
              {format.dateTime(new Date(at), {
                ...{ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone },
              })}
            </Button>
          ))}
        </span>
      ) : null}
    </Notice>
  );
}
