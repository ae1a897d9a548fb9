"use client";

import { useIsAlive } from "./use-is-alive";

/**
 * A function that runs while the page is read, before anything is painted and before the page's own scripts. Pages that
 * are made in the browser go without it.
 * @param call the function as text, with what it is given: `(${run.toString()})("given")`
 */
export function EarlyScript({ call, nonce }: { call: string; nonce?: string }) {
  if (useIsAlive()) return null;
  // A browser hides the nonce from scripts, so that it seems to differ.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: call }} />;
}
