"use server";

import { action } from "@/lib/entry/action";
import { addSendTemplate, editSendTemplate, removeSendTemplate } from "@/lib/tailoring/sending/template-commands";

export const add = action(addSendTemplate);
export const edit = action(editSendTemplate);
export const remove = action(removeSendTemplate);
