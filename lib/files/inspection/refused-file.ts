import { Refusal } from "@/lib/platform/refusal";
import type { UnreadableCode } from "@/lib/documents/package/unreadable-file";

/** Why a file is not taken: what the package inspection finds, and what concerns pictures, text and names. */
export type RefusedFileReason =
  Exclude<UnreadableCode, ResumeOnly> | "unknown-type" | "too-many-pixels" | "script" | "quota";

/** Reasons that only a resume can be refused for; a mere upload never meets them. */
type ResumeOnly = "pdf-too-long" | "pdf-no-text" | "unknown-format";

/** An upload that is refused, with the reason as a code. Nothing of it is kept. */
export class RefusedFile extends Refusal {
  readonly reason: RefusedFileReason;

  constructor(reason: RefusedFileReason, sentence: string = sentences[reason]) {
    super(reason === "too-large" || reason === "quota" ? "limit" : "invalid", sentence, "file");
    this.reason = reason;
  }
}

const again = "Open it in its program, save it and try again.";

const sentences: Record<RefusedFileReason, string> = {
  empty: "This file is empty. Check that it was saved and try again.",
  "too-large": "This file is too large.",
  quota: "The storage of your organisation is full. Remove files that nobody needs, or ask your administrator.",
  "unknown-type":
    "This kind of file cannot be uploaded. You can use PDF, Word, Excel, PowerPoint, CSV, plain text, Markdown, PNG, JPEG and WebP.",
  "content-mismatch":
    "What is inside this file is not what its name says. Save it again from the program that made it.",
  "not-docx": "This is a ZIP archive. Unpack it and upload the files one by one.",
  "old-word": "This is a Word document of the old kind (.doc). Open it in Word and save it as DOCX.",
  "old-office": "This file has the old Office format. Open it in its program and save it in today's format.",
  encrypted: "This file is protected by a password. Remove the password and upload it again.",
  truncated: "This file ends too early: a part of it is missing. Upload it again.",
  "damaged-archive": `This file is damaged: its parts cannot be read. ${again}`,
  "unsupported-archive": `This file is packed in an unusual way. ${again}`,
  "too-many-entries": "This file holds far more parts than a document has. It is refused for safety.",
  "too-much-inside": "This file would unpack to far more than a document holds. It is refused for safety.",
  "zip-bomb": "This file is packed so densely that it could flood the system. It is refused for safety.",
  "nested-archive": "This document holds an archive inside. It is refused for safety.",
  "overlapping-entries":
    "Parts of this file share the same bytes, which no real document does. It is refused for safety.",
  "duplicate-entries": "This file holds two parts of the same name. It is refused for safety.",
  "unsafe-names": "A part of this file has a name that points outside of it. It is refused for safety.",
  macros: "This file contains macros, which are small programs. Save it without macros and try again.",
  script: "This PDF contains a script. Print it to a new PDF and upload that.",
  dtd: "A part of this file declares a document type, which can be used to attack readers. It is refused for safety.",
  "external-content":
    "This document loads a part of itself from another computer. Save it with everything inside and try again.",
  "missing-main-part": `The main part of this document is missing. ${again}`,
  "damaged-xml": `The text of this document is damaged. ${again}`,
  "unsupported-encoding": "The text of this file is stored in an unusual way. Save it as UTF-8 and try again.",
  "too-deep": "This document is nested far deeper than any real one. It is refused for safety.",
  "pdf-damaged": "This PDF is damaged and cannot be read. Save it again and try once more.",
  "too-many-pixels": "This picture has more pixels than can be shown safely. Make it smaller and try again.",
};
