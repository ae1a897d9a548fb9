import "server-only";
import {
  changePlan,
  createOrganisation,
  directory,
  endTrials,
  resumeOrganisation,
  suspendOrganisation,
  switchModules,
} from "@/lib/organisations/commands/operator";
import { chooseLogo, chooseModules, organisationSettings, updateSettings } from "@/lib/organisations/commands/settings";
import { confirmSignUp, isSetUp, readSignUp, setUp, signUp } from "@/lib/organisations/commands/sign-up";
import { sql } from "drizzle-orm";
import { module } from "@/lib/platform/module";

/** Organisations as such: how they come about, their settings, their plan. */
export const organisationsModule = module({
  key: "organisations",
  commands: [chooseLogo, chooseModules, updateSettings],
  queries: [organisationSettings],
  lists: [],
  installation: [
    changePlan,
    confirmSignUp,
    createOrganisation,
    directory,
    endTrials,
    isSetUp,
    readSignUp,
    resumeOrganisation,
    setUp,
    signUp,
    suspendOrganisation,
    switchModules,
  ],
  navigation: [
    {
      key: "settings",
      path: "/settings",
      icon: "settings",
      permission: "organisation:read",
      group: "organisation",
      position: 50,
    },
  ],
  // The logo hangs on the organisation, and everybody who is in it sees it.
  records: [
    {
      entity: "organisation",
      permission: "profile:write",
      visible: (_actor, id) => sql`${id} = current_organisation()`,
    },
  ],
});
