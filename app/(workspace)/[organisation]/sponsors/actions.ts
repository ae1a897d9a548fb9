"use server";

import { action } from "@/lib/entry/action";
import {
  addSponsorContact,
  archiveSponsor,
  createSponsor,
  editSponsor,
  removeSponsorContact,
  restoreSponsor,
} from "@/lib/sponsors/commands/sponsors";

export const create = action(createSponsor);
export const edit = action(editSponsor);
export const archive = action(archiveSponsor);
export const restore = action(restoreSponsor);
export const addContact = action(addSponsorContact);
export const removeContact = action(removeSponsorContact);
