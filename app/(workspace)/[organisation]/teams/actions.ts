"use server";

import { action } from "@/lib/entry/action";
import { addTeam, putTeamMember, removeTeam, removeTeamMember, renameTeam } from "@/lib/people/commands/teams";

export const add = action(addTeam);
export const rename = action(renameTeam);
export const remove = action(removeTeam);
export const putMember = action(putTeamMember);
export const removeMember = action(removeTeamMember);
