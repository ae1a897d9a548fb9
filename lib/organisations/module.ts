import "server-only";
import { confirmSignUp, isSetUp, readSignUp, setUp, signUp } from "@/lib/organisations/commands/sign-up";
import { module } from "@/lib/platform/module";

/** Organisations as such: how they come about, their settings, their plan. */
export const organisationsModule = module({
  key: "organisations",
  commands: [],
  queries: [],
  lists: [],
  navigation: [
    { key: "home", path: "", icon: "sun", permission: "profile:write", group: "work", phone: 1, position: 10 },
  ],
  installation: [confirmSignUp, isSetUp, readSignUp, setUp, signUp],
});
