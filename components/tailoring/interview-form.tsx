"use client";

import dynamic from "next/dynamic";
import type { InterviewFieldsProps } from "@/components/tailoring/interview-fields";
import { Skeleton } from "@/components/ui/skeleton";

/** Comes when the page stands, which says when the interview is without it. */
const InterviewFields = dynamic(() => import("./interview-fields").then((module) => module.InterviewFields), {
  ssr: false,
  loading: () => <Skeleton className="h-72 w-full" />,
});

/** When the interview is, and what is to be known about somebody for this requirement. */
export const InterviewForm = (props: InterviewFieldsProps) => <InterviewFields {...props} />;
