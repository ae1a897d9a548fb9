import { z } from "zod";
import { EmailAddress, NewPassword } from "@/lib/identity/schemas";

/** Another address for one's own account. */
export const AddressForm = z.strictObject({
  email: EmailAddress,
  currentPassword: z.string().min(1, "Please enter your password."),
});

/** Another password for one's own account. */
export const PasswordForm = z.strictObject({
  currentPassword: z.string().min(1, "Please enter your present password."),
  password: NewPassword,
});
