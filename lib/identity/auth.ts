import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signIn as signInCommand, type SignedIn } from "@/lib/identity/commands/sign-in";
import { readHandover } from "@/lib/identity/handover";
import { guarded } from "@/lib/identity/sign-in-guard";
import { requestFacts } from "@/lib/entry/request";
import { env } from "@/lib/platform/env";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { parseInput } from "@/lib/platform/input-refusal";
import { logger } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusal";
import { SignInInput } from "@/lib/identity/schemas";

/** A refused sign-in, with the refusal that the form shows. */
export class SignInRefused extends CredentialsSignin {
  override code: string;
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super();
    this.code = refusal.code;
    this.refusal = refusal;
  }
}

/**
 * Sign-in and the cookie. The cookie holds the account's id and the session's, nothing else; whether the session still counts
 * is asked of its row (`currentSession`).
 */
export const { handlers, auth, signIn, signOut } = NextAuth(() => ({
  ...(env.AUTH_SECRET ? { secret: env.AUTH_SECRET } : {}),
  trustHost: true,
  basePath: "/api/auth",
  useSecureCookies: env.LANDFALL_URL.startsWith("https://"),
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
  session: { strategy: "jwt", maxAge: env.SESSION_DAYS * 24 * 3600 },
  providers: [
    Credentials({
      id: "password",
      credentials: { email: {}, password: {} },
      authorize: (credentials) => refusing(() => byPassword(credentials)),
    }),
    Credentials({
      id: "handover",
      credentials: { ticket: {} },
      authorize: (credentials) => {
        const signedIn = readHandover(String(credentials.ticket ?? ""));
        return signedIn ? identityOf(signedIn) : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => {
      const from = user as { id?: string; sessionId?: string } | undefined;
      return from?.sessionId
        ? { userId: from.id, sessionId: from.sessionId }
        : { userId: token.userId, sessionId: token.sessionId };
    },
    session: ({ session, token }) =>
      ({ expires: session.expires, userId: token.userId, sessionId: token.sessionId }) as unknown as typeof session,
  },
  logger: {
    // A wrong password is no fault; anything else is one, by its name only.
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) logger.error({ code: "auth", name: error.name, stack: error.stack });
    },
    warn: () => undefined,
    debug: () => undefined,
  },
}));

async function byPassword(credentials: Partial<Record<string, unknown>>) {
  const input = parseInput(SignInInput, {
    email: String(credentials.email ?? ""),
    password: String(credentials.password ?? ""),
  });
  const { address, userAgent, requestId } = await requestFacts();
  const signedIn = await guarded(input.email, address, () =>
    executeInstallation(signInCommand, { kind: "visitor", address }, { ...input, userAgent }, { requestId, address }),
  );
  return identityOf(signedIn);
}

const identityOf = ({ userId, sessionId }: SignedIn) => ({ id: userId, sessionId });

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? new SignInRefused(error) : error;
  }
}
