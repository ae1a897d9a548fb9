"use server";

import { action } from "@/lib/entry/action";
import { detachFile } from "@/lib/files/commands";
import { noteAftercare } from "@/lib/programmes/commands/aftercare";
import { editProgramme } from "@/lib/programmes/commands/edit";
import { handOver } from "@/lib/programmes/commands/handover";
import { inviteExecutive, remindInvitation } from "@/lib/programmes/commands/invite";
import { extendProgramme } from "@/lib/programmes/commands/extend";
import { editLanding, landProgramme } from "@/lib/programmes/commands/landing";
import {
  acceptProgramme,
  activateProgramme,
  completeProgramme,
  expireProgramme,
  pauseProgramme,
  reopenProgramme,
  resumeProgramme,
  withdrawProgramme,
} from "@/lib/programmes/commands/lifecycle";
import { completePhase } from "@/lib/programmes/commands/phases";
import { declinePackageChange, takePackageChange } from "@/lib/programmes/commands/package-changes";
import { returnTask, signOffTask, withdrawSignOff } from "@/lib/programmes/commands/sign-offs";
import { addEvidence, addTask, completeTask, removeTask, reopenTask } from "@/lib/programmes/commands/tasks";

export const invite = action(inviteExecutive);
export const remind = action(remindInvitation);
export const accept = action(acceptProgramme);
export const activate = action(activateProgramme);
export const pause = action(pauseProgramme);
export const resume = action(resumeProgramme);
export const land = action(landProgramme);
export const changeLanding = action(editLanding);
export const takeOffFile = action(detachFile);
export const checkIn = action(noteAftercare);
export const extend = action(extendProgramme);
export const signOff = action(signOffTask);
export const giveBack = action(returnTask);
export const unsign = action(withdrawSignOff);
export const takeChange = action(takePackageChange);
export const declineChange = action(declinePackageChange);
export const complete = action(completeProgramme);
export const expire = action(expireProgramme);
export const withdraw = action(withdrawProgramme);
export const reopen = action(reopenProgramme);
export const completeThePhase = action(completePhase);
export const handOverTo = action(handOver);
export const edit = action(editProgramme);
export const add = action(addTask);
export const tickOff = action(completeTask);
export const open = action(reopenTask);
export const remove = action(removeTask);
export const giveEvidence = action(addEvidence);
