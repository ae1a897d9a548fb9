"use server";

import { action } from "@/lib/entry/action";
import {
  addCompetency,
  discardDraft,
  editCompetency,
  publishDraft,
  removeCompetency,
  startDraft,
} from "@/lib/competencies/commands/framework";
import { archiveRole, restoreRole, saveRole } from "@/lib/competencies/commands/roles";

export const begin = action(startDraft);
export const add = action(addCompetency);
export const edit = action(editCompetency);
export const remove = action(removeCompetency);
export const publish = action(publishDraft);
export const discard = action(discardDraft);
export const saveTheRole = action(saveRole);
export const archive = action(archiveRole);
export const restore = action(restoreRole);
