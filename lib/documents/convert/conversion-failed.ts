/** Why a document did not become a PDF, as a code that screens, reports and tests can rely on. */
export type ConversionCode = keyof typeof conversionFailures;

/** All codes with their sentences. `again`: the same document may well be converted later. */
export const conversionFailures = {
  "too-large": { again: false, sentence: "This document is too large to be converted." },
  "not-converted": { again: false, sentence: "The converter could not make a PDF of this document." },
  "pdf-too-large": { again: false, sentence: "The PDF of this document would be too large." },
  "timed-out": { again: true, sentence: "The converter took too long and was stopped. Try again later." },
  stopped: { again: true, sentence: "The conversion was stopped." },
  "converter-busy": { again: true, sentence: "The converter has too much to do at the moment. Try again later." },
  "converter-unreachable": { again: true, sentence: "The converter does not answer. Tell who runs this installation." },
  "converter-missing": {
    again: false,
    sentence: "The converter is not where the settings say. Tell who runs this installation.",
  },
  "converter-refused": {
    again: false,
    sentence: "The converter does not let this installation in. Tell who runs this installation.",
  },
} as const satisfies Record<string, { again: boolean; sentence: string }>;

/** A conversion that gave no PDF. The message holds nothing of the document, and nothing that the converter said about it. */
export class ConversionFailed extends Error {
  readonly again: boolean;

  constructor(readonly code: ConversionCode) {
    super(conversionFailures[code].sentence);
    this.name = "ConversionFailed";
    this.again = conversionFailures[code].again;
  }
}
