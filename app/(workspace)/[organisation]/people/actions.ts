"use server";

import { action } from "@/lib/entry/action";
import {
  changeRoles,
  deactivate as deactivateCommand,
  reactivate as reactivateCommand,
} from "@/lib/people/commands/access";
import { addPerson, editPerson, removePerson } from "@/lib/people/commands/contacts";
import {
  invite as inviteCommand,
  inviteKnown as inviteKnownCommand,
  resendInvitation,
  revokeInvitation,
} from "@/lib/people/commands/invitations";
import { handOverAll as handOverAllCommand } from "@/lib/programmes/commands/handover";

export const add = action(addPerson);
export const update = action(editPerson);
export const remove = action(removePerson);
export const invite = action(inviteCommand);
export const inviteKnown = action(inviteKnownCommand);
export const resend = action(resendInvitation);
export const revoke = action(revokeInvitation);
export const change = action(changeRoles);
export const deactivate = action(deactivateCommand);
export const reactivate = action(reactivateCommand);
export const handOverAll = action(handOverAllCommand);
