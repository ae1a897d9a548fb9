import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/identity";
import { SignInInput } from "@/lib/identity/schemas";
import { openSession } from "@/lib/identity/sessions";
import { passwordFits } from "@/lib/identity/passwords";
import { emailKey } from "@/lib/platform/keys";
import { installationCommand } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/** Who has just signed in: what the cookie holds. */
export interface SignedIn {
  userId: string;
  sessionId: string;
}

/**
 * Opens a session for who knows the password. What is wrong is not said: whether an account exists is nobody's business.
 * Called behind `guarded`, which counts the tries.
 */
export const signIn = installationCommand({
  name: "identity.signIn",
  permission: "anyone",
  input: SignInInput.extend({ userAgent: z.string().max(1000) }),
  async run({ tx, now, address, record }, input): Promise<SignedIn> {
    const [user] = await tx
      .select()
      .from(users)
      .where(eq(users.emailKey, emailKey(input.email)));
    const fits = await passwordFits(user?.passwordHash, input.password);
    if (!user || !fits || user.disabledAt)
      throw new Refusal("invalid", "This e-mail address and password do not fit together.", "password");
    const session = await openSession(tx, { userId: user.id, userAgent: input.userAgent, address }, now);
    record("session", null, session);
    return { userId: user.id, sessionId: session.id };
  },
});
