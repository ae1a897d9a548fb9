import messages from "@/messages/en/documents.json";

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

/** All codes with their sentences in English, also for `--help` and the documentation; screens say them in the reader's language. */
export const MESSAGES = messages.unreadable;
