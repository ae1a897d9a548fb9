"use server";

import { action } from "@/lib/entry/action";
import {
  closeBookingLink,
  openBookingLink,
  renewBookingLink,
  setBookingLink,
} from "@/lib/scheduling/guests/link-commands";

export const save = action(setBookingLink);
export const renew = action(renewBookingLink);
export const close = action(closeBookingLink);
export const open = action(openBookingLink);
