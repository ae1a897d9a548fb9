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
  "rich-text": "This is a rich text file (RTF). Open it in Word and save it as DOCX.",
  "open-document": "This is an OpenDocument file (ODT). Open it in its program and save it as DOCX.",
  pages: "This is a Pages document. In Pages, export it to Word and upload what comes out.",
  "web-page": "This is a web page, whatever its name says. Open it in Word and save it as DOCX.",
  "word-xml": "This is a Word document in a single XML file. Open it in Word and save it as DOCX.",
  "other-office": "This is a spreadsheet or a presentation. Upload the resume as a Word document (DOCX) or a PDF.",
  encrypted: "This file is protected by a password. Remove the password and upload it again.",
  truncated: "This file ends too early: a part of it is missing. Upload it again.",
  "damaged-archive": "This file is damaged: its parts cannot be read. Open it in Word, save it and try again.",
  "unsupported-archive": "This file is packed in a way that Word does not use. Open it in Word, save it and try again.",
  zip64: "This file is packed in the form for files of many gigabytes (ZIP64). Open it in Word, save it and try again.",
  "extra-bytes":
    "Something stands before or behind the document in this file that is no part of it. Open it in Word, save it and try again.",
  "too-many-entries": "This file holds far more parts than a document has. It is refused for safety.",
  "too-much-inside": "This file would unpack to far more than a document holds. It is refused for safety.",
  "zip-bomb": "This file is packed so densely that it could flood the system. It is refused for safety.",
  "false-sizes":
    "A part of this file unpacks to more than the file says. No program writes that by accident, so it is refused for safety.",
  "nested-archive": "This document holds another archive inside. It is refused for safety.",
  "overlapping-entries":
    "Parts of this file share the same bytes, which no real document does. It is refused for safety.",
  "duplicate-entries":
    "This file holds two parts of the same name. It is refused because programs disagree which one counts.",
  "contradicting-parts":
    "This file names one of its parts in two different ways, so that programs would see different documents in it. It is refused for safety.",
  "odd-names":
    "A part of this file has a name that Word never gives, such as one with a backslash. Open it in Word, save it and try again.",
  "unsafe-names": "A part of this file has a name that points outside of it. It is refused for safety.",
  macros: "This file contains macros. Save it as a DOCX without macros and try again.",
  dtd: "A part of this file declares a document type, which can be used to attack readers. It is refused for safety.",
  "external-content":
    "This document loads a part of itself from another computer. Save it with everything inside and try again.",
  "starts-programs":
    "This document holds a field that starts another program when it is opened (DDE). Remove the field and try again.",
  "foreign-part":
    "A part of this document is another file in another format, such as a web page, that was put in whole. Open it in Word, save it and try again.",
  "missing-content-types":
    "This document has lost the list of its parts. Open it in Word, let it repair the file, save it and try again.",
  "two-main-parts":
    "This file names two documents as its main one, so that programs would show different ones. It is refused for safety.",
  "missing-main-part":
    "The main part of this document is missing, or is not marked as one. Open it in Word, save it and try again.",
  "damaged-xml":
    "The text of this document is damaged. Open it in Word, let it repair the file, save it and try again.",
  "unsupported-encoding":
    "The text of this document is stored in a character encoding that Word does not use. Save it again in Word.",
  "damaged-characters":
    "The text of this document holds bytes that are no characters. Open it in Word, let it repair the file, save it and try again.",
  "too-long": "This document is far longer than any resume. Upload the resume alone.",
  "too-deep": "This document is nested far deeper than any real one. It is refused for safety.",
  "pdf-damaged": "This PDF is damaged and cannot be read. Save it again and try once more.",
  "pdf-bomb": "A page of this PDF would unpack to far more than a page holds. It is refused for safety.",
  "pdf-too-long": "This PDF has more pages than a resume. Upload the resume alone.",
  "pdf-no-text":
    "This PDF holds only pictures of text, such as a scan. Upload the document it was made from, or a PDF with real text.",
} as const;
