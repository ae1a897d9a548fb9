import { deliveryAndSelf } from "@/lib/competencies/content/delivery-and-self";
import { directionAndDecisions } from "@/lib/competencies/content/direction-and-decisions";
import type { CompetencyContent } from "@/lib/competencies/content/framework-types";
import { peopleAndInfluence } from "@/lib/competencies/content/people-and-influence";

/** The framework with which an organisation starts: 24 competencies of executives in six clusters. It edits its own. */
export const defaultFramework: readonly CompetencyContent[] = [
  ...directionAndDecisions,
  ...peopleAndInfluence,
  ...deliveryAndSelf,
];

/** `[required level, importance]` by competency. */
type Requirements = Readonly<Record<string, readonly [level: number, importance: number]>>;

/** Roles that many executives aim at, to begin with. Each names what decides about the role, not everything. */
export const defaultRoleProfiles: ReadonlyArray<{ name: string; requirements: Requirements }> = [
  {
    name: "Chief operating officer",
    requirements: {
      strategy: [4, 2],
      finance: [4, 2],
      judgement: [4, 2],
      risk: [4, 2],
      digital: [3, 1],
      "leading-teams": [5, 3],
      "developing-others": [4, 2],
      stakeholders: [4, 2],
      execution: [5, 3],
      change: [4, 3],
      operations: [5, 3],
      collaboration: [4, 2],
      resilience: [4, 2],
    },
  },
  {
    name: "Chief financial officer",
    requirements: {
      strategy: [4, 2],
      finance: [5, 3],
      judgement: [4, 3],
      risk: [5, 3],
      digital: [3, 2],
      "leading-teams": [4, 2],
      communication: [4, 2],
      stakeholders: [5, 3],
      negotiation: [4, 2],
      execution: [4, 1],
      integrity: [5, 3],
    },
  },
  {
    name: "Managing director, mid-sized company",
    requirements: {
      strategy: [4, 3],
      market: [5, 3],
      finance: [4, 3],
      innovation: [4, 2],
      judgement: [4, 2],
      "leading-teams": [4, 3],
      hiring: [4, 2],
      culture: [4, 2],
      communication: [4, 2],
      stakeholders: [4, 2],
      network: [4, 1],
      execution: [4, 2],
      integrity: [4, 2],
    },
  },
  {
    name: "Board member",
    requirements: {
      strategy: [5, 3],
      finance: [4, 3],
      judgement: [5, 3],
      risk: [5, 3],
      communication: [4, 1],
      stakeholders: [5, 3],
      network: [4, 2],
      integrity: [5, 3],
      "self-awareness": [4, 2],
      learning: [4, 2],
    },
  },
];
