import "server-only";
import { z } from "zod";
import { accountByEmail, updateAccount } from "@/lib/identity/accounts";
import { EmailAddress } from "@/lib/identity/schemas";
import { installationCommand } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

/** Makes an account an operator of the installation, or no longer one. */
export const appointOperator = installationCommand({
  name: "identity.appointOperator",
  permission: "operator",
  input: z.strictObject({ email: EmailAddress, operator: z.boolean() }),
  async run(context, { email, operator }): Promise<{ email: string; operator: boolean }> {
    const account = await accountByEmail(context, email);
    if (!account) throw notFound("an account with this address");
    await updateAccount(context, account, { operator });
    return { email: account.email, operator };
  },
});
