import { z } from "zod";

const id = z.uuid("This is not a known record.");
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);

const packageFields = {
  name: text(120, "The name").min(1, "Give the package a name."),
  description: text(2000, "The description"),
  months: z.int("Say a whole number of months.").min(1, "At least one month.").max(60, "At most 60 months."),
  endsBy: z.enum(["time", "landing"]),
};

export const CreatePackageInput = z.strictObject(packageFields);
export const EditPackageInput = z.strictObject({ id, expectedVersion: z.int(), ...packageFields });
export const PackageId = z.strictObject({ id });

export const EditPhaseInput = z.strictObject({
  id,
  expectedVersion: z.int(),
  name: text(80, "The name").min(1, "Give the phase a name."),
  usualDays: z.int("Say a whole number of days.").min(1, "At least one day.").max(730, "At most two years."),
});

/** Who signs that a task is done, besides whose task it is. */
export const signOffs = ["none", "consultant", "executive", "both"] as const;
export type SignOff = (typeof signOffs)[number];

/** The kinds of session that a package entitles to. */
export const sessionKinds = [
  "intake",
  "coaching",
  "resume-review",
  "interview-practice",
  "networking-clinic",
  "workshop",
] as const;
export type SessionKind = (typeof sessionKinds)[number];

const sessions = z.int("Say a whole number of sessions.").min(0, "None, or more.").max(500, "At most 500 sessions.");

/** How many sessions of each kind; a kind with none is left out of the package. */
export const EntitlementsInput = z.strictObject({
  packageId: id,
  expectedVersion: z.int(),
  sessions: z.strictObject({
    intake: sessions,
    coaching: sessions,
    "resume-review": sessions,
    "interview-practice": sessions,
    "networking-clinic": sessions,
    workshop: sessions,
  }),
});

const taskFields = {
  title: text(200, "The task").min(1, "Say what is to be done."),
  details: text(4000, "The description").optional(),
  owner: z.enum(["executive", "consultant"]),
  /** Business days after the phase begins. */
  dueInDays: z.int("Say a whole number of days.").min(0).max(730, "At most two years.").nullable(),
  mandatory: z.boolean(),
  evidence: z.enum(["none", "text", "file"]),
  plannedHours: z.number("Say a number of hours.").min(0, "None, or more.").max(400, "At most 400 hours.").optional(),
  signOff: z.enum(signOffs).optional(),
};

export const AddPackageTaskInput = z.strictObject({ phaseId: id, ...taskFields });
export const EditPackageTaskInput = z.strictObject({ id, expectedVersion: z.int(), ...taskFields });
