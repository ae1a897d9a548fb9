import "server-only";
import { module } from "@/lib/platform/module";
import { countMonths } from "./commands/count-months";
import { askExclusion, decideExclusion, withdrawExclusion } from "./commands/exclusions";
import { addPolicy, beginPolicies, editPolicy, restorePolicy, withdrawPolicy } from "./commands/policies";
import { lookAgain, refreshOpen } from "./commands/refresh";
import { tellMoments } from "./commands/tell";
import { followEvents } from "./follow-events";
import { clockList } from "./lists";
import { clockChoices } from "./queries/choices";
import { oneClock } from "./queries/clock";
import { promisesKept } from "./queries/compliance";
import { clocksOfPerson } from "./queries/of-person";
import { allPolicies, onePolicy, policyChoices } from "./queries/policies";
import { pressingClocks } from "./queries/pressing";
import { whatIfCalendar, whatIfPolicy } from "./queries/what-if";

/** What is promised about records, and the clocks that say whether it is kept. */
export const slaModule = module({
  key: "sla",
  commands: [
    addPolicy,
    askExclusion,
    beginPolicies,
    countMonths,
    decideExclusion,
    editPolicy,
    lookAgain,
    refreshOpen,
    restorePolicy,
    tellMoments,
    withdrawExclusion,
    withdrawPolicy,
  ],
  queries: [
    allPolicies,
    clockChoices,
    clocksOfPerson,
    oneClock,
    promisesKept,
    onePolicy,
    policyChoices,
    pressingClocks,
    whatIfCalendar,
    whatIfPolicy,
  ],
  lists: [clockList],
  navigation: [
    {
      ...{ key: "clocks", path: "/clocks", icon: "timer", permission: "sla:read" },
      ...{ group: "work", position: 36 },
    },
  ],
  beginning: beginPolicies,
  follows: followEvents,
  notifications: [
    { kind: "sla.warning", app: true, mail: false },
    { kind: "sla.breach", app: true, mail: true },
    { kind: "sla.escalation", app: true, mail: true },
    { kind: "sla.exclusion-asked", app: true, mail: false },
    { kind: "sla.exclusion-approved", app: true, mail: false },
    { kind: "sla.exclusion-refused", app: true, mail: false },
  ],
  events: ["sla.policies-changed"],
  withoutPersonalData: {
    sla_assignments: "Which policy a record has.",
    sla_clocks: "Moments of records; who answers for them is a colleague.",
    sla_kept_months: "How many promises of a month were kept; who answered for them is a colleague.",
    sla_looks: "When records are looked at.",
    sla_moments: "When something is to be told.",
    sla_policies: "What the firm promises.",
    sla_policy_versions: "What the firm promised when.",
    sla_exclusions: "Reasons of the firm why a clock does not count.",
  },
});
