"use client";

import dynamic from "next/dynamic";

/** A dialog that asks first, for pages on which it is seldom opened: it comes, with its trigger, after the page. */
export const LateConfirmDialog = dynamic(() => import("./confirm-dialog").then((module) => module.ConfirmDialog), {
  ssr: false,
});
