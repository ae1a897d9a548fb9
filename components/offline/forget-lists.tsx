"use client";

import { useEffect } from "react";
import { forgetListsOf, keptLists } from "@/components/offline/kept-lists";

/**
 * Before anybody is signed in, and after they have signed out, nothing of theirs stays on the device; nor do the lists of an organisation in which they may
 * no longer read them.
 */
export function ForgetLists({ organisation }: { organisation?: string }) {
  useEffect(() => {
    if (!("caches" in window)) return;
    const gone = organisation === undefined ? caches.delete(keptLists) : forgetIn(organisation);
    void gone.catch(() => undefined);
  }, [organisation]);
  return null;
}

async function forgetIn(organisation: string): Promise<void> {
  if (await caches.has(keptLists)) await forgetListsOf(await caches.open(keptLists), organisation);
}
