"use client";

import dynamic from "next/dynamic";

/** The form comes after the page, which is read more often than something is added. */
export const LateCalendarForm = dynamic(() => import("./calendar-form").then((module) => module.CalendarForm), {
  ssr: false,
});
