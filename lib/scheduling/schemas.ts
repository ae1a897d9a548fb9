import { z } from "zod";
import { DayHours, WeekHours } from "@/lib/business-time/schemas";
import { NoteAudience } from "@/lib/notes/schemas";
import { sessionKinds } from "@/lib/packages/schemas";
import { TaskOwner } from "@/lib/programmes/schemas";
import { CancelFields } from "./cancel-schema";
import { PlaceFields } from "./place-schema";
import { TimeZone } from "@/lib/platform/places";
import { isZone } from "./is-zone";

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
  reminders: z
    .array(minutes(5, 20_160))
    .max(5, "At most five reminders.")
    .refine((all) => new Set(all).size === all.length, "Each reminder once."),
  questions: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9-]{1,40}$/, "This is not a question."),
        label: text(200, "The question").min(1, "Write the question."),
        required: z.boolean(),
      }),
    )
    .max(10, "At most ten questions.")
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, "Each question once."),
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
export const MoveInput = z
  .strictObject({
    id,
    expectedVersion,
    startsAt: moment,
    /** Another length than it has; for who holds it. */
    endsAt: moment.optional(),
    hostId: id.optional(),
    anyway: z.boolean().optional(),
  })
  .superRefine(({ startsAt, endsAt }, context) => {
    const length = endsAt ? (endsAt.getTime() - startsAt.getTime()) / 60_000 : 60;
    const fault = (message: string) => context.addIssue({ code: "custom", path: ["endsAt"], message });
    if (length < 5) fault("A session takes five minutes at least.");
    if (length > 720) fault("A session takes twelve hours at most.");
    if (!Number.isInteger(length)) fault("A session takes whole minutes.");
  });
/** Where it is held, of one session that is booked. */
export const ChangePlaceInput = PlaceFields.safeExtend({ id, expectedVersion });
export const CancelInput = CancelFields.extend({
  id,
  /** Only the place that a programme has in a group; the session goes on. */
  programmeId: id.optional(),
});
/** How it went for one who had a place. */
const PlaceOutcome = z.strictObject({
  personId: id,
  came: z.boolean(),
  /** Written in their programme. */
  note: z
    .strictObject({ audience: NoteAudience, body: text(20_000, "The note").min(1, "Write something first.") })
    .optional(),
  /** What comes next: tasks of their programme. */
  nextSteps: z
    .array(
      z.strictObject({
        title: text(200, "The step").min(1, "Say what is to be done."),
        owner: TaskOwner,
        dueOn: z.union([z.literal(""), z.iso.date("This is not a date.")]).optional(),
      }),
    )
    .max(10, "At most ten steps at once.")
    .optional(),
});
export type PlaceOutcome = z.output<typeof PlaceOutcome>;
export const OutcomeInput = z.strictObject({
  id,
  outcome: z.enum(["done", "no_show"]),
  /** For whom it was otherwise, or for whom there is more to say. */
  places: z.array(PlaceOutcome).max(500, "At most 500 people.").optional(),
});
export const ProgrammeInput = z.strictObject({ programmeId: id });
const seriesFields = {
  typeId: id,
  programmeId: id,
  /** When the first one begins. */
  startsAt: moment,
  timeZone: TimeZone,
  repeats: z.discriminatedUnion("every", [
    z.strictObject({
      every: z.literal("weeks"),
      weeks: z.int().min(1, "Every week, or less often.").max(8, "Every eight weeks at most."),
    }),
    z.strictObject({ every: z.literal("month"), which: z.literal([1, 2, 3, 4, "last"]) }),
  ]),
  ends: z.union([
    z.strictObject({ count: z.int("Please enter a whole number.").min(2, "At least two.").max(52, "At most 52.") }),
    z.strictObject({ until: z.iso.date("Please choose a day.") }),
  ]),
};
export const PreviewSeriesInput = z.strictObject(seriesFields);
export const BookSeriesInput = z.strictObject({
  ...seriesFields,
  /** Dates of the series that are left out (null), or for which another time is taken. */
  otherwise: z.array(z.strictObject({ date: z.iso.date(), startsAt: moment.nullable() })).max(52),
  /** Past hours, limits and what the package contains. */
  anyway: z.boolean().optional(),
});
const scope = z.enum(["following", "all"]);
export const MoveSeriesInput = z.strictObject({
  ...{ id, expectedVersion, startsAt: moment, scope, anyway: z.boolean().optional() },
});
export const MoveSeriesBackInput = z.strictObject({
  sessions: z
    .array(z.strictObject({ id, expectedVersion, startsAt: moment, endsAt: moment, seriesStart: moment }))
    .min(1)
    .max(52),
});
export const CancelSeriesInput = CancelFields.extend({ id, scope });
export const SessionId = z.strictObject({ id });

export const FreeTimesInput = z
  .strictObject({ typeId: id, programmeId: id, from: moment, to: moment, hostId: id.optional(), moving: id.optional() })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= 63 * 86_400_000, "At most two months at once.");
export const WhyNotInput = z.strictObject({ ...bookingFields, moving: id.optional() });
export const AgendaInput = z
  .strictObject({ from: moment, to: moment, personId: id.optional(), cancelled: z.boolean().optional() })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= 100 * 86_400_000, "At most three months at once.");

/** The days of a calendar that somebody looks at, by the clock of a zone. Nobody is named for one's own. */
export const CalendarInput = z
  .strictObject({
    first: z.iso.date(),
    last: z.iso.date(),
    // Whatever an address may name, also by an older or newer name than the ones that are offered.
    timeZone: z.string().max(64).refine(isZone, "Please choose a time zone."),
    personIds: z.array(id).max(6, "At most six people side by side.").default([]),
    cancelled: z.boolean().default(false),
  })
  .refine(({ first, last }) => last >= first && Date.parse(last) - Date.parse(first) <= 62 * 86_400_000, {
    message: "At most two months at once.",
    path: ["last"],
  });

/** When somebody can be booked, by the clock where they are. */
const hostHoursFields = {
  personId: id,
  timeZone: TimeZone,
  week: WeekHours,
  noticeMinutes: minutes(0, 43_200),
  horizonDays: z.int("Please enter whole days.").min(1, "At least one day.").max(366, "At most a year."),
  mostPerDay: z.int().min(1, "At least one.").max(50, "At most 50.").nullable(),
  mostPerWeek: z.int().min(1, "At least one.").max(200, "At most 200.").nullable(),
};
export const HostHoursInput = z.strictObject({ ...hostHoursFields, expectedVersion: z.int().min(0) });

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

/** Hours, or a day, that somebody is about to save: which sessions would lie outside of them. */
export const OutsideInput = z.strictObject({
  personId: id,
  hours: z.strictObject({ timeZone: TimeZone, week: WeekHours }).optional(),
  day: z
    .strictObject({ fromOn: z.iso.date(), toOn: z.union([z.literal(""), z.iso.date()]), hours: DayHours })
    .optional(),
});
