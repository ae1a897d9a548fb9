"use server";

import { action } from "@/lib/entry/action";
import { decideOffer, uploadResume } from "@/lib/resumes/commands";
import {
  addPosition,
  addSection,
  editPosition,
  editSection,
  removePosition,
  removeSection,
} from "@/lib/resumes/profile/by-hand";
import { writeProfile } from "@/lib/resumes/profile/commands";

export const upload = action(uploadResume);
export const decide = action(decideOffer);
export const addThePosition = action(addPosition);
export const editThePosition = action(editPosition);
export const removeThePosition = action(removePosition);
export const addTheSection = action(addSection);
export const editTheSection = action(editSection);
export const removeTheSection = action(removeSection);
export const write = action(writeProfile);
