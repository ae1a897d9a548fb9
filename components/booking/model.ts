import type { ActionResult } from "@/lib/platform/result";
import type { GuestFields } from "@/lib/scheduling/guests/guest-schemas";

/** A kind of session as a booking page offers it. */
export interface OfferedType {
  id: string;
  name: string;
  description: string;
  lengthMinutes: number;
  placeKind: string;
  questions: readonly { key: string; label: string; required: boolean }[];
}

/** What a visitor does on a booking page; which page it is, the server knows by its address. */
export interface VisitorActions {
  hold: (asked: {
    typeId: string;
    startsAt: string;
    insteadOf?: string;
  }) => Promise<ActionResult<{ id: string; heldUntil: string }>>;
  release: (holdId: string) => Promise<ActionResult<unknown>>;
  ask: (asked: AskedVisit) => Promise<ActionResult<{ id: string; keptUntil: string }>>;
  whyNot: (asked: { typeId: string; date: string; time: string; timeZone: string }) => Promise<ActionResult<string[]>>;
}

export interface AskedVisit extends GuestFields {
  typeId: string;
  startsAt: string;
  timeZone: string;
  holdId?: string;
  /** No person sees this field: whoever fills it in is a program. */
  website: string;
}

/** What was refused, with the free times that came with it. */
export interface Refused {
  message: string;
  fields: Record<string, string>;
  next: string[];
}

export function refusedOf(result: ActionResult<unknown> | null, notSent: string): Refused | null {
  if (!result) return { message: notSent, fields: {}, next: [] };
  if (result.ok) return null;
  const { message, field, fields = {}, current } = result.refusal;
  const next = current?.["next"];
  return {
    message,
    fields: {
      ...Object.fromEntries(Object.entries(fields).map(([name, words]) => [name, words[0] ?? message])),
      ...(field && field !== "startsAt" ? { [field]: message } : {}),
    },
    next: Array.isArray(next) ? next.map(String) : [],
  };
}
