"use server";

import { action } from "@/lib/entry/action";
import {
  addRequirement,
  editRequirement,
  removeRequirement,
  setRequirementStatus,
} from "@/lib/tailoring/requirements/commands";
import { readSource } from "@/lib/tailoring/requirements/read-source";

export const read = action(readSource, { quiet: true });
export const add = action(addRequirement);
export const edit = action(editRequirement);
export const remove = action(removeRequirement);
export const setStatus = action(setRequirementStatus);
