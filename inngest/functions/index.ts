import type { InngestFunction } from "inngest";
import { batchFunctions } from "@/inngest/functions/batches";
import { competencyFunctions } from "@/inngest/functions/competencies";
import { exportFunctions } from "@/inngest/functions/exports";
import { fileFunctions } from "@/inngest/functions/files";
import { identityFunctions } from "@/inngest/functions/identity";
import { importFunctions } from "@/inngest/functions/imports";
import { jobSearchFunctions } from "@/inngest/functions/job-search";
import { mailFunctions } from "@/inngest/functions/mail";
import { messageFunctions } from "@/inngest/functions/messages";
import { peopleFunctions } from "@/inngest/functions/people";
import { platformFunctions } from "@/inngest/functions/platform";
import { programmeFunctions } from "@/inngest/functions/programmes";
import { resumeFunctions } from "@/inngest/functions/resumes";
import { schedulingAnswerFunctions } from "@/inngest/functions/scheduling-answers";
import { schedulingCalendarFunctions } from "@/inngest/functions/scheduling-calendars";
import { schedulingNoticeFunctions } from "@/inngest/functions/scheduling-notices";
import { schedulingVisitFunctions } from "@/inngest/functions/scheduling-visits";
import { handOverFunctions } from "@/inngest/functions/scheduling-hand-overs";
import { slaFunctions } from "@/inngest/functions/sla";
import { tailoringSendingFunctions } from "@/inngest/functions/tailoring-sending";
import { tailoringFunctions } from "@/inngest/functions/tailoring";

/** Every background function of the product, one sorted line per module. */
export const functions: readonly InngestFunction.Any[] = [
  ...batchFunctions,
  ...competencyFunctions,
  ...exportFunctions,
  ...fileFunctions,
  ...identityFunctions,
  ...importFunctions,
  ...jobSearchFunctions,
  ...mailFunctions,
  ...messageFunctions,
  ...peopleFunctions,
  ...platformFunctions,
  ...programmeFunctions,
  ...resumeFunctions,
  ...schedulingAnswerFunctions,
  ...schedulingCalendarFunctions,
  ...schedulingNoticeFunctions,
  ...schedulingVisitFunctions,
  ...handOverFunctions,
  ...slaFunctions,
  ...tailoringFunctions,
  ...tailoringSendingFunctions,
];
