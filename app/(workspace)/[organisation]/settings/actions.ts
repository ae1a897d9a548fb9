"use server";

import { action } from "@/lib/entry/action";
import {
  chooseLogo as chooseLogoCommand,
  chooseModules as chooseModulesCommand,
  updateSettings,
} from "@/lib/organisations/commands/settings";

export const save = action(updateSettings);
export const chooseLogo = action(chooseLogoCommand);
export const chooseModules = action(chooseModulesCommand);
