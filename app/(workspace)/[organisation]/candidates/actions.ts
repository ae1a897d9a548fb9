"use server";

import { action } from "@/lib/entry/action";
import { addCandidate, addCandidateResume, editCandidate, removeCandidate } from "@/lib/tailoring/candidates/commands";

export const add = action(addCandidate);
export const addResume = action(addCandidateResume);
export const edit = action(editCandidate);
export const remove = action(removeCandidate);
