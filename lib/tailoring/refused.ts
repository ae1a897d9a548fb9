/** Why a document is not tailored, or not at a place, as a code that screens, reports and tests can rely on. */
export type RefusalCode = keyof typeof refusals;

/** All codes with their sentences, also for `--help` and the documentation. */
export const refusals = {
  "no-roles":
    "No role was found in this document, so there is no place for points. Show where the roles are, and try again.",
  "uncertain-roles":
    "The roles of this document were found, but not surely enough to write into them. Show where the roles are, and try again.",
  "pdf-not-editable":
    "A PDF cannot be changed where it is. Take the Word document that it was made from, or have a new document made from a template.",
  "no-sibling": "There is no bullet in this document whose looks a new one could take over.",
  "not-in-role":
    "A point was placed outside of the roles. It is refused, so that nothing stands where it does not belong.",
  "locked-content":
    "The place of a point lies in a part of the document that is locked. Unlock it in Word and try again.",
  "bound-content":
    "The place of a point is filled in by Word from data of the document, which would overwrite it. Choose another place.",
  "section-end":
    "A section of the document ends with the bullet before the point, so that it would stand on the other side of the break. Choose the place before it.",
  "pending-change":
    "The place of a point lies in a tracked change that nobody has decided on. Accept or reject it in Word and try again.",
  "inside-field": "The place of a point lies in a field that Word writes anew. Choose another place.",
  "empty-point": "A point holds no words, so there is nothing to put in.",
  "two-copies":
    "A text box of this document is stored twice and its copies differ. Open it in Word, save it and try again.",
  "cannot-track": "A change cannot be marked at the end of this list. Take the clean file instead.",
  "script-not-covered":
    "The fonts of the PDF do not have all letters of this resume. Take the DOCX, which your own Word shows in full.",
  signed: "This document is signed, and any change would break the signature. Save a copy without it and try again.",
  "proof-failed": "The finished document did not pass its own check, so it is not given out.",
} as const;

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
