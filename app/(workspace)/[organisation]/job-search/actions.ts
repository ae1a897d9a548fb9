"use server";

import { action } from "@/lib/entry/action";
import { addCompany, editCompany, removeCompany } from "@/lib/job-search/commands/companies";
import { addContact, editContact, removeContact } from "@/lib/job-search/commands/contacts";
import {
  acceptOffer,
  addOpportunity,
  editOpportunity,
  moveOpportunity,
  removeOpportunity,
} from "@/lib/job-search/commands/opportunities";
import { finishFollowUp, logOutreach, removeOutreach } from "@/lib/job-search/commands/outreach";
import {
  addCriterion,
  planWeek,
  removeCriterion,
  scoreOffer,
  weighCriterion,
} from "@/lib/job-search/commands/weeks-and-offers";

export const add = action(addOpportunity);
export const edit = action(editOpportunity);
export const move = action(moveOpportunity);
export const accept = action(acceptOffer);
export const remove = action(removeOpportunity);
export const addTheContact = action(addContact);
export const editTheContact = action(editContact);
export const removeTheContact = action(removeContact);
export const addTheCompany = action(addCompany);
export const editTheCompany = action(editCompany);
export const removeTheCompany = action(removeCompany);
export const log = action(logOutreach);
export const finish = action(finishFollowUp);
export const removeEntry = action(removeOutreach);
export const planTheWeek = action(planWeek);
export const addLine = action(addCriterion);
export const weighLine = action(weighCriterion);
export const removeLine = action(removeCriterion);
export const score = action(scoreOffer);
