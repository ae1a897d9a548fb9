"use client";

import { useEffect, useEffectEvent } from "react";
import { connectLive } from "@/components/notifications/live-connection";

/** Runs `look` when there may be news in an organisation (its slug). */
export function useLive(organisation: string, look: () => void): void {
  const heard = useEffectEvent((where: string | null) => {
    if (where === null || where === organisation) look();
  });
  useEffect(() => connectLive((where) => heard(where)), []);
}
