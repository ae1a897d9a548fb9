/** What turns a DOCX into a PDF, and how long it may take. */
export type Converter =
  | { kind: "libreoffice"; /** Of `soffice`. */ path: string; seconds: number }
  | { kind: "gotenberg"; address: string; seconds: number };

/** Bytes. A PDF of a resume has some hundred kB; what is larger than this has gone wrong. */
export const largestPdf = 30_000_000;
