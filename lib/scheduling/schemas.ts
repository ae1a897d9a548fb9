import { z } from "zod";
import { DayHours, WeekHours } from "@/lib/business-time/schemas";
import { sessionKinds } from "@/lib/packages/schemas";
import { CancelFields } from "./cancel-schema";
import { TimeZone } from "@/lib/platform/places";

const id = z.uuid("This is not a known record.");
const expectedVersion = z.int().min(1);
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);
const moment = z.iso
  .datetime({ offset: true, error: "This is not a moment." })
  .transform((at) => new Date(at))
  .refine((at) => at.getUTCFullYear() > 1999 && at.getUTCFullYear() < 2100, "This is too far away.");

const minutes = (least: number, most: number) =>
  z
    .int("Please enter whole minutes.")
    .min(least, least === 0 ? "None, or more." : `At least ${least} minutes.`)
    .max(most, `At most ${most} minutes.`);
const hours = z.int("Please enter whole hours.").min(0, "None, or more.").max(720, "At most 30 days.");

const typeFields = {
  name: text(80, "The name").min(1, "Give it a name."),
  description: text(1000, "The description"),
  kind: z.enum(sessionKinds),
  lengthMinutes: minutes(5, 720),
  stepMinutes: minutes(5, 720),
  bufferBefore: minutes(0, 240),
  bufferAfter: minutes(0, 240),
  capacity: z.int("Please enter a whole number.").min(1, "At least one.").max(500, "At most 500 people."),
  hosting: z.enum(["consultant", "any", "all"]),
  /** Whose it is where it is not the programme's own consultant's, and how often each is taken next to the others. */
  hosts: z.array(z.strictObject({ personId: id, weight: z.int().min(1).max(10) })).max(50, "At most 50 hosts."),
  noticeMinutes: minutes(0, 43_200),
  horizonDays: z.int("Please enter whole days.").min(0).max(366, "At most a year."),
  mostPerDay: z.int().min(1, "At least one.").max(50, "At most 50.").nullable(),
  moveNoticeHours: hours,
  cancelNoticeHours: hours,
  late: z.enum(["refuse", "counts"]),
  placeKind: z.enum(["video", "phone", "place"]),
  place: text(300, "The place"),
  /** Minutes before it begins, each once. */
  reminders: z.array(minutes(5, 20_160)).max(5, "At most five reminders."),
  questions: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9-]{1,40}$/, "This is not a question."),
        label: text(200, "The question").min(1, "Write the question."),
        required: z.boolean(),
      }),
    )
    .max(10, "At most ten questions."),
  selfBooked: z.boolean(),
};

interface TypeFields {
  hosting: string;
  hosts: readonly { personId: string }[];
  capacity: number;
}

/** What the fields of a type say of each other. */
function typeHolds({ hosting, hosts, capacity }: TypeFields, context: z.RefinementCtx): void {
  const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (hosting !== "consultant" && hosts.length === 0) fault("hosts", "Choose who holds it.");
  if (hosting === "all" && hosts.length < 2) fault("hosts", "Choose at least two who hold it together.");
  if (new Set(hosts.map(({ personId }) => personId)).size < hosts.length) fault("hosts", "Each person once.");
  if (capacity > 1 && hosting === "consultant")
    fault("hosting", "Say who holds it: a group is not held by each one's own consultant.");
}

export const AddTypeInput = z.strictObject(typeFields).superRefine(typeHolds);
export const EditTypeInput = z.strictObject({ id, expectedVersion, ...typeFields }).superRefine(typeHolds);
export const TypeId = z.strictObject({ id });

/** What is booked: for whom, what, when, and with whom where it is not left open. */
const bookingFields = {
  typeId: id,
  programmeId: id,
  startsAt: moment,
  hostId: id.optional(),
};

export const HoldInput = z.strictObject(bookingFields);
export const BookInput = z.strictObject({
  ...bookingFields,
  /** The time that was held for it. */
  holdId: id.optional(),
  /** A consultant books although the rules for executives say no: outside of hours, notice, limits or what the package contains. Never onto another session. */
  anyway: z.boolean().optional(),
  /** A place on the waiting list will do where a group is full. */
  waits: z.boolean().optional(),
  answers: z.record(z.string().max(40), text(2000, "The answer")).optional(),
});
export const MoveInput = z.strictObject({
  id,
  expectedVersion,
  startsAt: moment,
  hostId: id.optional(),
  anyway: z.boolean().optional(),
});
export const CancelInput = CancelFields.extend({
  id,
  /** Only the place that a programme has in a group; the session goes on. */
  programmeId: id.optional(),
});
export const OutcomeInput = z.strictObject({ id, outcome: z.enum(["done", "no_show"]) });
export const SessionId = z.strictObject({ id });

export const FreeTimesInput = z
  .strictObject({ typeId: id, programmeId: id, from: moment, to: moment, hostId: id.optional(), moving: id.optional() })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= 63 * 86_400_000, "At most two months at once.");
export const WhyNotInput = z.strictObject({ ...bookingFields, moving: id.optional() });
export const AgendaInput = z
  .strictObject({ from: moment, to: moment, personId: id.optional() })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= 100 * 86_400_000, "At most three months at once.");

/** When somebody can be booked, by the clock where they are. */
export const HostHoursInput = z.strictObject({
  personId: id,
  timeZone: TimeZone,
  week: WeekHours,
  noticeMinutes: minutes(0, 43_200),
  horizonDays: z.int("Please enter whole days.").min(1, "At least one day.").max(366, "At most a year."),
  mostPerDay: z.int().min(1, "At least one.").max(50, "At most 50.").nullable(),
  mostPerWeek: z.int().min(1, "At least one.").max(200, "At most 200.").nullable(),
});

/** Days on which somebody has other hours, or none. */
export const HostDayInput = z
  .strictObject({
    personId: id,
    name: text(80, "The name"),
    fromOn: z.iso.date("Please enter a date."),
    /** Empty for one day. */
    toOn: z.union([z.literal(""), z.iso.date("Please enter a date.")]),
    hours: DayHours,
  })
  .superRefine(({ fromOn, toOn }, context) => {
    const days = (Date.parse(toOn || fromOn) - Date.parse(fromOn)) / 86_400_000;
    const fault = (message: string) => context.addIssue({ code: "custom", path: ["toOn"], message });
    if (days < 0) fault("The last day lies before the first.");
    if (days > 366) fault("At most a year at once.");
  });
export const HostDayId = z.strictObject({ id });
export const HostId = z.strictObject({ personId: id });
