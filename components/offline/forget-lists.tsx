"use client";

import { useEffect } from "react";
import { keptLists } from "@/components/offline/kept-lists";

/** Before anybody is signed in, and after they have signed out, nothing of theirs stays on the device. */
export function ForgetLists() {
  useEffect(() => {
    if ("caches" in window) void caches.delete(keptLists).catch(() => undefined);
  }, []);
  return null;
}
