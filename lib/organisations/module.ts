import "server-only";
import { confirmSignUp, isSetUp, readSignUp, setUp, signUp } from "@/lib/organisations/commands/sign-up";
import { module } from "@/lib/platform/module";

/** Organisations as such: how they come about, their settings, their plan. */
export const organisationsModule = module({
  key: "organisations",
  commands: [],
  queries: [],
  lists: [],
  installation: [confirmSignUp, isSetUp, readSignUp, setUp, signUp],
});
