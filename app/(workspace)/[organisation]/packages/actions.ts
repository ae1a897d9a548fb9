"use server";

import { action } from "@/lib/entry/action";
import {
  addPackageTask,
  archivePackage,
  createPackage,
  editPackage,
  editPackageTask,
  editPhase,
  removePackageTask,
  restorePackage,
  setEntitlements,
} from "@/lib/packages/commands";

export const create = action(createPackage);
export const edit = action(editPackage);
export const archive = action(archivePackage);
export const restore = action(restorePackage);
export const editThePhase = action(editPhase);
export const addTask = action(addPackageTask);
export const editTask = action(editPackageTask);
export const saveSessions = action(setEntitlements);
export const removeTask = action(removePackageTask);
