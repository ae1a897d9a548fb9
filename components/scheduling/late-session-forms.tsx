"use client";

import dynamic from "next/dynamic";

/* A session's page is read more often than the session is moved, held elsewhere or given up: the forms for that come after it. */

export const LateMoveForm = dynamic(() => import("./move-form").then((module) => module.MoveForm), { ssr: false });
export const LatePlaceForm = dynamic(() => import("./place-form").then((module) => module.PlaceForm), { ssr: false });
export const LateCancelForm = dynamic(() => import("./cancel-form").then((module) => module.CancelForm), {
  ssr: false,
});
