import { Refusal } from "@/lib/platform/refusal";
import { MESSAGES, type UnreadableCode } from "@/lib/documents/package/unreadable-file";

/** Why a file is not taken: what the package inspection finds, and what concerns pictures, text and names. */
export type RefusedFileReason =
  | Exclude<UnreadableCode, ResumeOnly>
  | "unknown-type"
  | "too-many-pixels"
  | "script"
  | "quota";

/** Reasons that only a resume can be refused for; a mere upload never meets them. */
type ResumeOnly =
  | "pdf-too-long"
  | "pdf-no-text"
  | "pdf-bomb"
  | "too-long"
  | "unknown-format"
  | "other-office"
  | "rich-text"
  | "web-page"
  | "word-xml"
  | "starts-programs"
  | "foreign-part";

/** An upload that is refused, with the reason as a code. Nothing of it is kept. */
export class RefusedFile extends Refusal {
  readonly reason: RefusedFileReason;

  constructor(reason: RefusedFileReason, sentence: string = sentences[reason]) {
    super(reason === "too-large" || reason === "quota" ? "limit" : "invalid", sentence, "file");
    this.reason = reason;
  }
}

const again = "Open it in its program, save it and try again.";

/** What a mere upload is told in other words than a resume, and what only it can be refused for. */
const sentences: Record<RefusedFileReason, string> = {
  ...MESSAGES,
  empty: "This file is empty. Check that it was saved and try again.",
  "too-large": "This file is too large.",
  quota: "The storage of your organisation is full. Remove files that nobody needs, or ask your administrator.",
  "unknown-type":
    "This kind of file cannot be uploaded. You can use PDF, Word, Excel, PowerPoint, CSV, plain text, Markdown, PNG, JPEG and WebP.",
  "not-docx": "This is a ZIP archive. Unpack it and upload the files one by one.",
  "damaged-archive": `This file is damaged: its parts cannot be read. ${again}`,
  "unsupported-archive": `This file is packed in an unusual way. ${again}`,
  zip64: `This file is packed in the form for files of many gigabytes (ZIP64). ${again}`,
  "extra-bytes": `Something stands before or behind the document in this file that is no part of it. ${again}`,
  "odd-names": `A part of this file has a name that no program gives, such as one with a backslash. ${again}`,
  "nested-archive": "This document holds an archive inside. It is refused for safety.",
  "duplicate-entries": "This file holds two parts of the same name. It is refused for safety.",
  macros: "This file contains macros, which are small programs. Save it without macros and try again.",
  script: "This PDF contains a script. Print it to a new PDF and upload that.",
  "missing-main-part": `The main part of this document is missing. ${again}`,
  "missing-content-types": `This document has lost the list of its parts. ${again}`,
  "damaged-xml": `The text of this document is damaged. ${again}`,
  "damaged-characters": `The text of this document holds bytes that are no characters. ${again}`,
  "unsupported-encoding": "The text of this file is stored in an unusual way. Save it as UTF-8 and try again.",
  "too-many-pixels": "This picture has more pixels than can be shown safely. Make it smaller and try again.",
};
