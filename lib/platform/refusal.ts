/** Why something was not done. Each adapter maps the code once: an HTTP status, a place in a form, a message. */
export type RefusalCode =
  | "invalid" // input does not fit; `fields` says where
  | "unauthenticated" // nobody is signed in, or the session ended
  | "forbidden" // the person may know that it exists, but may not do this
  | "not_found" // unknown, or not for this person: the two look the same
  | "conflict" // somebody else was first; `current` is what stands now
  | "state" // the record's state does not allow it; the message says why
  | "limit" // a limit of the plan, a size or a quota
  | "rate" // too often; `retryAfterSeconds`
  | "off" // the module is switched off or not in the plan
  | "suspended"; // the organisation is suspended

export interface RefusalDetails {
  /** The field that is wrong, in the input's own path ("contacts.0.email"). */
  field?: string;
  fields?: Record<string, string[]>;
  /** For a conflict: the record as it stands now. */
  current?: Record<string, unknown>;
  retryAfterSeconds?: number;
}

/** An expected "no", with a sentence for the person. Anything else that is thrown is a fault and is logged as one. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, message: string, details: RefusalDetails | string = {}) {
    super(message);
    this.code = code;
    this.details = typeof details === "string" ? { field: details } : details;
  }
}

/** Unknown and not allowed look alike to who may not know. `what` is a noun with its article: "this programme". */
export const notFound = (what = "this record"): Refusal =>
  new Refusal("not_found", `We could not find ${what}. It may have been removed, or it is not yours to see.`);

/** The HTTP status of a refusal. */
export const statusOf: Record<RefusalCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  state: 409,
  limit: 403,
  rate: 429,
  off: 404,
  suspended: 403,
};
