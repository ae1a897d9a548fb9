/** Why a file cannot be taken, as a code that screens, reports and tests can rely on. */
export type UnreadableCode = keyof typeof MESSAGES;

/** A file that is refused. The message is a sentence for the person who uploaded it and holds nothing of the file's text. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode) {
    super(MESSAGES[code]);
    this.name = "UnreadableFile";
    this.code = code;
  }
}

/** All codes with their sentences, also for `--help` and the documentation. */
export const MESSAGES = {
  empty: "This file is empty. Check that it was saved and uploaded completely.",
  "too-large": "This file is too large. Save it without large pictures and try again.",
  "unknown-format": "This is not a Word document (DOCX) or a PDF. Save it as one of these and try again.",
  "content-mismatch":
    "What is inside this file is not what its name says. Save it again from the program that made it.",
  "not-docx": "This is a ZIP archive, but not a Word document (DOCX).",
  "old-word": "This is a Word document of the old kind (.doc). Open it in Word and save it as DOCX.",
  "old-office": "This file has the old Office format. Open it in its program and save it in today's format.",
  encrypted: "This file is protected by a password. Remove the password and upload it again.",
  truncated: "This file ends too early: a part of it is missing. Upload it again.",
  "damaged-archive": "This file is damaged: its parts cannot be read. Open it in Word, save it and try again.",
  "unsupported-archive": "This file is packed in a way that Word does not use. Open it in Word, save it and try again.",
  "too-many-entries": "This file holds far more parts than a document has. It is refused for safety.",
  "too-much-inside": "This file would unpack to far more than a document holds. It is refused for safety.",
  "zip-bomb": "This file is packed so densely that it could flood the system. It is refused for safety.",
  "nested-archive": "This document holds another archive inside. It is refused for safety.",
  "overlapping-entries":
    "Parts of this file share the same bytes, which no real document does. It is refused for safety.",
  "duplicate-entries":
    "This file holds two parts of the same name. It is refused because programs disagree which one counts.",
  "unsafe-names": "A part of this file has a name that points outside of it. It is refused for safety.",
  macros: "This file contains macros. Save it as a DOCX without macros and try again.",
  dtd: "A part of this file declares a document type, which can be used to attack readers. It is refused for safety.",
  "external-content":
    "This document loads a part of itself from another computer. Save it with everything inside and try again.",
  "missing-main-part": "The main part of this document is missing. Open it in Word, save it and try again.",
  "damaged-xml":
    "The text of this document is damaged. Open it in Word, let it repair the file, save it and try again.",
  "unsupported-encoding":
    "The text of this document is stored in a character encoding that Word does not use. Save it again in Word.",
  "too-deep": "This document is nested far deeper than any real one. It is refused for safety.",
  "pdf-damaged": "This PDF is damaged and cannot be read. Save it again and try once more.",
  "pdf-too-long": "This PDF has more pages than a resume. Upload the resume alone.",
  "pdf-no-text":
    "This PDF holds only pictures of text, such as a scan. Upload the document it was made from, or a PDF with real text.",
} as const;
