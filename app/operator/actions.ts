"use server";

import type { z } from "zod";
import { installationResult } from "@/lib/entry/installation-result";
import {
  changePlan,
  createOrganisation,
  resumeOrganisation,
  suspendOrganisation,
  switchModules,
} from "@/lib/organisations/commands/operator";
import type { ActionResult } from "@/lib/platform/result";

export async function create(
  input: z.input<typeof createOrganisation.input>,
): Promise<ActionResult<{ organisationId: string; slug: string }>> {
  return installationResult((run) => run(createOrganisation, input), "operator");
}

export async function plan(input: z.input<typeof changePlan.input>): Promise<ActionResult<unknown>> {
  return installationResult((run) => run(changePlan, input), "operator");
}

export async function modules(organisationId: string, input: { modules: string[] }): Promise<ActionResult<unknown>> {
  return installationResult((run) => run(switchModules, { organisationId, ...input }), "operator");
}

export async function suspend(input: z.input<typeof suspendOrganisation.input>): Promise<ActionResult<unknown>> {
  return installationResult((run) => run(suspendOrganisation, input), "operator");
}

export async function resume(organisationId: string): Promise<ActionResult<unknown>> {
  return installationResult((run) => run(resumeOrganisation, { organisationId }), "operator");
}
