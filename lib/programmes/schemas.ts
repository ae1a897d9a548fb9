import { z } from "zod";
import { closingReasons, landingChannels, landingKinds } from "@/lib/programmes/choices";

/*
 * What forms, actions and the API accept. Safe for the browser; the messages are what the person reads.
 */

const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);
const needed = (most: number, what: string, ask: string) => text(most, what).min(1, ask);
const id = z.uuid("This is not a known record.");
const civilDate = (what: string) => z.iso.date(`${what} is not a date.`);
const version = z.int();

/** What a form leaves empty arrives as "" and means nothing. */
const maybe = (form: RegExp, problem: string) =>
  z
    .string()
    .refine((value) => value === "" || form.test(value), problem)
    .optional();
const maybeDate = (what: string) =>
  maybe(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, `${what} is not a date.`);
const maybeId = maybe(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/, "This is not a known record.");

export const ProgrammeId = z.strictObject({ id });
export type ProgrammeId = z.infer<typeof ProgrammeId>;

/** That both spoke: now, or when they did. By whoever says so, unless somebody else is named who turned to the other one. */
export const ContactInput = z.strictObject({
  id,
  at: z.iso.datetime("This is not a moment.").optional(),
  kind: z.enum(["message", "call", "session", "other"]).default("other"),
  personId: z.uuid().optional(),
  /** The record by which it is known, where that may be put right later: a session. */
  sourceId: z.uuid().optional(),
});
export const DropContactInput = z.strictObject({ id, sourceId: z.uuid() });

/** What an executive can let others see. */
export const consentKinds = ["stage", "resume", "story"] as const;
export type ConsentKind = (typeof consentKinds)[number];
export const ConsentInput = z.strictObject({ programmeId: id, kind: z.enum(consentKinds) });

export const InviteInput = z.strictObject({
  name: needed(120, "The name", "Say who is invited."),
  email: z.email("This is not a mail address. Check the part around the @."),
  packageId: id,
  consultantId: maybeId,
  /** The company that pays, in words; linked where it is a sponsor. With a contract, the contract says it. */
  sponsorName: text(120, "The company").optional(),
  /** The contract from which the seat is. Its package counts then, whatever `packageId` says. */
  engagementId: maybeId,
  separationEventId: maybeId,
  place: text(120, "The place").optional(),
  language: maybe(/^[a-z]{2}$/, "Write the language as two letters, such as de."),
  lastRole: text(120, "The last role").optional(),
  noticeOn: maybeDate("The date of notice"),
  message: text(1000, "The message").optional(),
});
export type InviteInput = z.infer<typeof InviteInput>;

export const TakeBackInvitationInput = z.strictObject({ id, expectedVersion: version });

/** A row of a file: what a person wrote, to be looked up. */
export const InviteFromFileInput = z.strictObject({
  name: needed(120, "The name", "Say who is invited."),
  email: z.email("This is not a mail address. Check the part around the @."),
  lastRole: text(120, "The last role").optional(),
  noticeOn: maybeDate("The date of notice"),
  engagement: text(60, "The contract").optional(),
  package: text(120, "The package").optional(),
  consultant: text(200, "The consultant").optional(),
  place: text(120, "The place").optional(),
  language: maybe(/^[a-z]{2}$/, "Write the language as two letters, such as de."),
});

export const InviteListedInput = z.strictObject({ separationEventId: id });

export const ActivateInput = z.strictObject({ id, beginsOn: maybeDate("The first day") });

export const PauseInput = z
  .strictObject({
    id,
    reason: needed(500, "The reason", "Say why the programme pauses."),
    /** The first day of the rest; today where it is left out. */
    fromOn: maybeDate("The first day of the pause"),
    untilOn: maybeDate("The last day of the pause"),
  })
  .superRefine((pause, context) => {
    if (pause.fromOn && pause.untilOn && pause.untilOn < pause.fromOn)
      context.addIssue({ code: "custom", path: ["untilOn"], message: "The pause ends before it begins." });
  });
export type PauseInput = z.infer<typeof PauseInput>;

export const ExtendInput = z.strictObject({
  id,
  toOn: civilDate("The new last day"),
  reason: needed(500, "The reason", "Say why it takes longer."),
  agreedBy: needed(160, "The name", "Say who agreed to it."),
});

const LandingKind = z.enum(landingKinds);

/** An amount in minor units, for a year or a month. */
export const Pay = z.strictObject({
  minor: z.int("Say an amount.").min(0, "Say an amount.").max(1_000_000_000_000, "This is more than we can count."),
  currency: z.string().regex(/^[A-Z]{3}$/, "Choose a currency."),
  period: z.enum(["year", "month"]),
});
export type Pay = z.infer<typeof Pay>;

const landingFields = {
  kind: LandingKind,
  employer: text(160, "The employer").optional(),
  title: text(160, "The title").optional(),
  acceptedOn: civilDate("The day of acceptance"),
  startsOn: maybeDate("The first day"),
  channel: z.enum(landingChannels).or(z.literal("")).optional(),
  source: text(160, "The source").optional(),
  comment: text(2000, "The comment").optional(),
  /** Left out: as it is. Null: unknown. */
  pay: Pay.nullable().optional(),
  lastPay: Pay.nullable().optional(),
  /** 0 to 10; empty where nobody asked yet. */
  satisfaction: z.union([z.literal(""), z.coerce.number().int().min(0).max(10)]).optional(),
};

interface LandingDates {
  kind: z.infer<typeof LandingKind>;
  employer?: string;
  acceptedOn: string;
  startsOn?: string;
}

/** What must hold between the facts of a landing, whether a form or a command has them. */
export function checkLanding(landing: LandingDates, context: z.RefinementCtx): void {
  if (landing.kind === "employed" && !landing.employer)
    context.addIssue({ code: "custom", path: ["employer"], message: "Say with which company." });
  if (landing.startsOn && landing.startsOn < landing.acceptedOn)
    context.addIssue({ code: "custom", path: ["startsOn"], message: "The first day lies before the acceptance." });
}

export const LandInput = z.strictObject({ id, ...landingFields }).superRefine(checkLanding);
export type LandInput = z.infer<typeof LandInput>;

/** Corrects a landing that stands, or adds to it what was not known then. */
export const EditLandingInput = z
  .strictObject({ landingId: id, expectedVersion: version, ...landingFields })
  .superRefine(checkLanding);

export const AftercareInput = z.strictObject({
  id,
  /** The version that was looked at; left out, whatever stands is corrected. */
  expectedVersion: version.optional(),
  stillThere: z.boolean("Say whether they are still there."),
  /** Left out: as they are. */
  notes: text(4000, "The notes").optional(),
});

export const ReasonInput = z.strictObject({ id, reason: needed(1000, "The reason", "Say why.") });

export const CloseInput = z
  .strictObject({
    id,
    reasonKey: z.enum(closingReasons).optional(),
    reason: text(1000, "The reason").optional(),
  })
  .superRefine((end, context) => {
    if ((!end.reasonKey || end.reasonKey === "other") && !end.reason)
      context.addIssue({ code: "custom", path: ["reason"], message: "Say why." });
  });
export type CloseInput = z.infer<typeof CloseInput>;

export const EditProgrammeInput = z.strictObject({
  id,
  expectedVersion: version,
  sponsorName: text(120, "The company"),
  lastRole: text(120, "The last role"),
  noticeOn: maybeDate("The date of notice"),
  endsOn: maybeDate("The last day"),
  teamId: maybeId,
});

/** Whether sessions that are booked go to who takes the programme over, where they are free then, or stay with who holds them. */
const HandedSessions = z.enum(["go", "stay"]);

export const HandOverInput = z.strictObject({
  id,
  toPersonId: id,
  note: text(2000, "The note").optional(),
  sessions: HandedSessions.optional(),
});

export const TakeBackHandoverInput = z.strictObject({ handoverId: id });

export const HandOverAllInput = z.strictObject({
  fromPersonId: id,
  toPersonId: id,
  note: text(2000, "The note").optional(),
  sessions: HandedSessions.optional(),
});

export const EvidenceKind = z.enum(["none", "text", "file"]);
export const TaskOwner = z.enum(["executive", "consultant"]);

const taskFields = {
  title: needed(200, "The task", "Say what is to be done."),
  details: text(4000, "The description").optional(),
  owner: TaskOwner,
  dueOn: maybeDate("The due date"),
  evidence: EvidenceKind.optional(),
};

export const AddTaskInput = z.strictObject({ programmeId: id, ...taskFields });
export type AddTaskInput = z.infer<typeof AddTaskInput>;
export const EditTaskInput = z.strictObject({ id, expectedVersion: version, ...taskFields });
export const ReturnTaskInput = z.strictObject({
  id,
  words: needed(1000, "The text", "Say what is missing, so that it can be done."),
});
/** What a form asks for giving a task back or withdrawing a signature; the commands say what it is about. */
export const WordsForm = z.strictObject({ words: needed(500, "The text", "Write a sentence.") });
export const WithdrawSignOffInput = z.strictObject({
  signOffId: id,
  reason: needed(500, "The reason", "Say why the signature no longer holds."),
});

/** A change of a package that a programme takes over or leaves: what it is about, and the version of it that was looked at. */
export const PackageChangeInput = z.strictObject({ programmeId: id, sourceId: id, sourceVersion: version });

export const TaskId = z.strictObject({ id });

/** Days on which no work is done: a year of them at most. */
export const ClosedDays = z.strictObject({ dates: z.array(z.iso.date()).min(1).max(400) });

export const EvidenceInput = z
  .strictObject({
    taskId: id,
    note: text(4000, "The text").optional(),
    fileId: maybeId,
    fileName: text(255, "The file name").optional(),
  })
  .superRefine((evidence, context) => {
    if (!evidence.note && !evidence.fileId)
      context.addIssue({ code: "custom", path: ["note"], message: "Write a sentence or add a file." });
  });
