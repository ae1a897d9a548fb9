import messages from "@/messages/en/tailor.json";

/** Why a document is not tailored, or not at a place, as a code that screens, reports and tests can rely on. */
export type RefusalCode = keyof typeof refusals;

/** All codes with their sentences in English, also for `--help` and the documentation; screens say them in the reader's language. */
export const refusals = messages.refusals;

/** A document that is not tailored. The message holds nothing of its text. */
export class TailoringRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    /** What exactly was found, for the report: names of checks and numbers of paragraphs, never text. */
    readonly details: readonly string[] = [],
  ) {
    super(refusals[code]);
    this.name = "TailoringRefused";
  }
}
