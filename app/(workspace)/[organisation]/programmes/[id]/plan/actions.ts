"use server";

import { action } from "@/lib/entry/action";
import { addGoal, editGoal, moveGoal, removeGoal } from "@/lib/plans/commands/goals";
import {
  addMilestone,
  addStep,
  editMilestone,
  markMilestone,
  markStep,
  removeMilestone,
  removeStep,
} from "@/lib/plans/commands/milestones";
import { signPlan, writePlan } from "@/lib/plans/commands/plan";

export const write = action(writePlan);
export const sign = action(signPlan);
export const addTheGoal = action(addGoal);
export const editTheGoal = action(editGoal);
export const moveTheGoal = action(moveGoal);
export const removeTheGoal = action(removeGoal);
export const addTheMilestone = action(addMilestone);
export const editTheMilestone = action(editMilestone);
export const removeTheMilestone = action(removeMilestone);
export const mark = action(markMilestone);
export const addTheStep = action(addStep);
export const removeTheStep = action(removeStep);
export const markTheStep = action(markStep);
