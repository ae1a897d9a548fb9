import "server-only";
import {
  chooseTheme,
  endOtherSessions,
  endSession,
  forgetOldSessions,
  ownSessions,
} from "@/lib/identity/commands/sessions";
import { signIn } from "@/lib/identity/commands/sign-in";
import { appointOperator } from "@/lib/identity/commands/operators";
import { changePassword, readReset, requestReset, resetPassword } from "@/lib/identity/commands/passwords";
import { module } from "@/lib/platform/module";

/** Accounts, sessions, links: who signs in. Above organisations. */
export const identityModule = module({
  key: "identity",
  commands: [],
  queries: [],
  lists: [],
  installation: [
    appointOperator,
    changePassword,
    chooseTheme,
    endOtherSessions,
    endSession,
    forgetOldSessions,
    ownSessions,
    readReset,
    requestReset,
    resetPassword,
    signIn,
  ],
  withoutPersonalData: {
    installation_events:
      "What happened to accounts; kept as evidence, and holds no more than ids once the account is erased.",
    links: "Gone by itself when used or expired.",
    memberships: "Ids only; erased with the person.",
    organisations: "About the firm.",
    rate_limits: "Counters under hashed keys, gone within hours.",
    sessions: "Of the account, which the person ends and erases on the profile page.",
    users: "The account is the person's own across organisations; no organisation exports or erases it.",
  },
});
