"use server";

import { action } from "@/lib/entry/action";
import {
  addTechnology,
  editTechnology,
  pasteTechnologies,
  removeTechnology,
} from "@/lib/tailoring/own-technologies/commands";

export const add = action(addTechnology);
export const edit = action(editTechnology);
export const paste = action(pasteTechnologies);
export const remove = action(removeTechnology);
