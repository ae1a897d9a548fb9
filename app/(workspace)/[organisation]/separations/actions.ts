"use server";

import { action } from "@/lib/entry/action";
import { assignSuggested, inviteListed } from "@/lib/programmes/commands/invite-many";
import {
  assignListed,
  createSeparation,
  editListed,
  editSeparation,
  listPerson,
  unlistPerson,
} from "@/lib/sponsors/commands/separations";

export const create = action(createSeparation);
export const edit = action(editSeparation);
export const addPerson = action(listPerson);
export const editPerson = action(editListed);
export const removePerson = action(unlistPerson);
export const assign = action(assignListed);
export const assignAll = action(assignSuggested);
export const inviteAll = action(inviteListed);
