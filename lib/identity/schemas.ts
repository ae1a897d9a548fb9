import { z } from "zod";

/** A mail address as typed, without the spaces around it. */
export const EmailAddress = z
  .string()
  .trim()
  .max(254, "This address is too long.")
  .pipe(z.email("Please enter an e-mail address like name@company.com."));

/** Shortest password that is taken. Length counts, odd characters do not (NIST SP 800-63B, 3.1.1.2). */
export const passwordLength = 10;

const tooCommon = new Set([
  "1234567890",
  "12345678910",
  "0123456789",
  "qwertyuiop",
  "password123",
  "password1234",
  "passwordpassword",
  "letmein1234",
  "iloveyou123",
  "welcome1234",
  "administrator",
]);

/** A new password. */
export const NewPassword = z
  .string()
  .min(passwordLength, `Please use at least ${passwordLength} characters. A few words in a row work well.`)
  .max(200, "Please use at most 200 characters.")
  .refine((password) => !tooCommon.has(password.toLowerCase()), "This password is among the first that are guessed.")
  .refine((password) => new Set(password).size > 3, "Please use more than three different characters.");

/** The name of a person, as they write it. */
export const PersonName = z
  .string()
  .trim()
  .min(1, "Please enter a name.")
  .max(120, "Please use at most 120 characters.");

/** What a link in a mail carries. */
export const LinkToken = z.string().trim().min(20, "This link is not complete.").max(200, "This link is not complete.");

export const SignInInput = z.strictObject({
  email: z.string().trim().min(1, "Please enter your e-mail address.").max(254, "This address is too long."),
  password: z.string().min(1, "Please enter your password.").max(200, "This password is too long."),
});
