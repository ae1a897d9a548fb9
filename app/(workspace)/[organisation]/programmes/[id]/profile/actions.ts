"use server";

import { action } from "@/lib/entry/action";
import { decideOffer, uploadResume } from "@/lib/resumes/commands";

export const upload = action(uploadResume);
export const decide = action(decideOffer);
