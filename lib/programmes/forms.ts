import { z } from "zod";
import { AftercareInput, checkLanding, CloseInput, EditLandingInput, LandInput, Pay } from "@/lib/programmes/schemas";

/*
 * What forms hold where a command takes another shape: amounts that may be empty, choices that nobody made yet.
 */

/** What a year pays, as a form holds it; null while there is no amount. */
export const yearlyPay = z.strictObject({ minor: Pay.shape.minor.nullable(), currency: Pay.shape.currency });

/** A landing as its form holds it. */
export const LandForm = z
  .strictObject({
    ...LandInput.shape,
    satisfaction: z.string().regex(/^(?:\d|10)?$/, "Choose a number from 0 to 10."),
    pay: yearlyPay,
    lastPay: yearlyPay,
  })
  .superRefine(checkLanding);
export type LandFormValues = z.infer<typeof LandForm>;

/** What the command takes of a landing's form. An amount that is left empty leaves what is known of it. */
export function landInput(typed: LandFormValues): z.input<typeof LandInput> {
  const { pay, lastPay, ...rest } = typed;
  return { ...rest, pay: payInput(pay), lastPay: payInput(lastPay) };
}

/** What a command takes of such an amount; nothing where none was typed. */
export const payInput = ({ minor, currency }: z.infer<typeof yearlyPay>): Pay | undefined =>
  minor === null ? undefined : { minor, currency, period: "year" };

/** A landing that is corrected, as its form holds it. */
export const CorrectLandingForm = z
  .strictObject({
    ...EditLandingInput.shape,
    satisfaction: LandForm.shape.satisfaction,
    pay: yearlyPay,
    lastPay: yearlyPay,
  })
  .superRefine(checkLanding);
export type CorrectLandingValues = z.infer<typeof CorrectLandingForm>;

/**
 * What the command takes of a correction that began with `before`. An amount that nobody touched is left as it is (one of a month stays one of a
 * month), one that was emptied is unknown from now on. Who chose between two editors' versions said every amount. For who may not read pay,
 * `before` is null and no amount is said.
 */
export function correctLandingInput(
  typed: CorrectLandingValues,
  before: Pick<CorrectLandingValues, "expectedVersion" | "pay" | "lastPay"> | null,
): z.input<typeof EditLandingInput> {
  const { pay: _pay, lastPay: _lastPay, ...rest } = typed;
  const said = (name: "pay" | "lastPay") => {
    const { minor, currency } = typed[name];
    if (!before) return {};
    const untouched = before[name].minor === minor && (minor === null || before[name].currency === currency);
    if (untouched && before.expectedVersion === typed.expectedVersion) return {};
    return { [name]: minor === null ? null : { minor, currency, period: "year" as const } };
  };
  return { ...rest, ...said("pay"), ...said("lastPay") };
}

/** An end as its form holds it: "" while no reason is chosen. */
export const CloseForm = z
  .strictObject({
    ...CloseInput.shape,
    reasonKey: CloseInput.shape.reasonKey.unwrap().or(z.literal("")),
  })
  .superRefine((end, context) => {
    if (!end.reasonKey && !end.reason)
      context.addIssue({ code: "custom", path: ["reasonKey"], message: "Choose a reason." });
    if (end.reasonKey === "other" && !end.reason)
      context.addIssue({ code: "custom", path: ["reason"], message: "Say why." });
  });
export type CloseFormValues = z.infer<typeof CloseForm>;

/** What the command takes of the form of an end. */
export const closeInput = ({ reasonKey, ...rest }: CloseFormValues): z.input<typeof CloseInput> =>
  reasonKey ? { ...rest, reasonKey } : rest;

/** A check-in as its form holds it: "" while nobody said whether they are still there. */
export const CheckInForm = z
  .strictObject({ ...AftercareInput.shape, stillThere: z.enum(["", "yes", "no"]) })
  .superRefine(({ stillThere }, context) => {
    if (!stillThere)
      context.addIssue({ code: "custom", path: ["stillThere"], message: "Say whether they are still there." });
  });
export type CheckInFormValues = z.infer<typeof CheckInForm>;

/** What the command takes of the form of a check-in. */
export const checkInInput = ({ stillThere, ...rest }: CheckInFormValues): z.input<typeof AftercareInput> => ({
  ...rest,
  stillThere: stillThere === "yes",
});
