import { z } from "zod";
import { isZone } from "../is-zone";

const id = z.uuid("This is not a known record.");
const moment = z.iso.datetime({ offset: true, error: "This is not a moment." }).transform((at) => new Date(at));
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);
const hash = z.string().length(64);
const zone = z.string().max(64).refine(isZone, "Please choose a time zone.");

/** A booking page by its address: the readable one, or the hash of the secret one. */
export const PageAddress = z.union([
  z.strictObject({ slug: z.string().min(1).max(60) }),
  z.strictObject({ tokenHash: hash }),
]);
export type PageAddress = z.output<typeof PageAddress>;

export const OpenPageInput = z.strictObject({ organisation: z.string().min(1).max(100) });
export const BookingPageInput = z.strictObject({ page: PageAddress });

const days = 24 * 3_600_000;
const range = { from: moment, to: moment };
const short = ({ from, to }: { from: Date; to: Date }) => to.getTime() - from.getTime() <= 63 * days;

export const GuestTimesInput = z
  .strictObject({ page: PageAddress, typeId: id, ...range })
  .refine(short, "At most two months at once.");
export const GuestWhyNotInput = z.strictObject({ page: PageAddress, typeId: id, startsAt: moment, timeZone: zone });

export const GuestHoldInput = z.strictObject({
  ...{ page: PageAddress, typeId: id, startsAt: moment },
  /** A time that was held before and is given back. */
  insteadOf: id.optional(),
});
export const GuestReleaseInput = z.strictObject({ page: PageAddress, holdId: id });

/** What a visitor types. A name is no place for an address of a page: it stands in the mail that goes to whoever's address this is. */
export const GuestFields = z.strictObject({
  name: text(80, "The name")
    .min(1, "Please tell us your name.")
    .refine((name) => !/[\r\n<>]|:\/\/|www\./i.test(name), "Please write a name here, without an address of a page."),
  email: z.string().trim().max(254).pipe(z.email("Please enter an e-mail address like name@company.com.")),
  note: text(2000, "The note"),
  answers: z.record(z.string().max(40), text(2000, "The answer")),
});
export type GuestFields = z.input<typeof GuestFields>;

export const AskVisitInput = z.strictObject({
  ...{ page: PageAddress, typeId: id, startsAt: moment, timeZone: zone, holdId: id.optional() },
  ...GuestFields.shape,
});

export const VisitInput = z.strictObject({ tokenHash: hash });
/** Another time than the one that was held, where that was taken meanwhile. */
export const ConfirmVisitInput = z.strictObject({ tokenHash: hash, startsAt: moment.optional() });
export const VisitTimesInput = z
  .strictObject({ tokenHash: hash, ...range })
  .refine(short, "At most two months at once.");
export const MoveVisitInput = z.strictObject({ tokenHash: hash, startsAt: moment });
export const CancelVisitInput = z.strictObject({ tokenHash: hash, reason: text(500, "The reason") });

export const BookingLinkInput = z.strictObject({
  ...{ personId: id, expectedVersion: z.int().min(0) },
  mode: z.enum(["open", "secret"]),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .min(2, "At least two letters.")
    .max(60, "At most 60 letters.")
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Small letters, digits and single hyphens, like judith-okafor."),
  typeIds: z.array(id).min(1, "Choose at least one kind of session.").max(20, "At most 20 kinds."),
  welcome: text(600, "The welcome"),
});
export const LinkOf = z.strictObject({ personId: id });
export const GuestOf = z.strictObject({ sessionId: id });
