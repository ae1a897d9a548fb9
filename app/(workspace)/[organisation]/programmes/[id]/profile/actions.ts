"use server";

import { action } from "@/lib/entry/action";
import { decideOffer, uploadResume } from "@/lib/resumes/commands";
import { writeProfile } from "@/lib/resumes/profile/commands";

export const upload = action(uploadResume);
export const decide = action(decideOffer);
export const write = action(writeProfile);
