import type { Undo } from "@/lib/platform/operation";
import type { RefusalCode } from "@/lib/platform/refusal";

/** A refusal as it crosses to the browser. */
export interface RefusalResult {
  code: RefusalCode | "fault";
  message: string;
  field?: string;
  fields?: Record<string, string[]>;
  /** For a conflict: the record as it stands now. */
  current?: Record<string, unknown>;
  requestId: string;
}

/** What a server action answers. Nothing is thrown across the network. */
export type ActionResult<T> = { ok: true; data: T; undo?: Undo } | { ok: false; refusal: RefusalResult };
