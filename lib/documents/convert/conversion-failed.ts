import messages from "@/messages/en/documents.json";

/** Why a document did not become a PDF, as a code that screens, reports and tests can rely on. */
export type ConversionCode = keyof typeof messages.conversion;

/** With these the same document may well be converted later. */
const passing: readonly ConversionCode[] = ["timed-out", "stopped", "converter-busy", "converter-unreachable"];

/** A conversion that gave no PDF. The message holds nothing of the document, and nothing that the converter said about it. */
export class ConversionFailed extends Error {
  readonly again: boolean;

  constructor(readonly code: ConversionCode) {
    super(messages.conversion[code]);
    this.name = "ConversionFailed";
    this.again = passing.includes(code);
  }
}
