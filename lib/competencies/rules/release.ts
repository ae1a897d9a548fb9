import {
  groupAgreementOf,
  intraclassCorrelation,
  withinGroupAgreement,
  type Agreement,
  type Reliability,
} from "@/lib/competencies/rules/agreement";
import type { Levels, Relation } from "@/lib/competencies/types";

/** Fewer answers than this are never shown: with two, each could tell what the other said. */
export const fewestRaters = 3;

/** A relation that stands by itself, or `merged`: relations that are too small for that, together. */
export type ReleasedGroup = Relation | "merged";

export interface RaterAnswer {
  relation: Relation;
  levels: Levels;
  keep: string;
  change: string;
}

/** Mean of a group on one competency, over the raters who could say. */
export interface ReleasedCell {
  mean: number;
  count: number;
}

export interface Released {
  groups: ReadonlyArray<{ group: ReleasedGroup; raters: number; cells: Readonly<Record<string, ReleasedCell>> }>;
  /** All that is shown, put together: no more can be worked out from it than from the groups. */
  all: Readonly<Record<string, ReleasedCell>>;
  /** How alike the raters behind `all` see it, in a word: their single levels leave this rule for nobody. */
  alike: Readonly<Record<string, Agreement>>;
  /** How far the raters who are shown tell the same; null where too few competencies were rated by all of them. */
  reliability: (Reliability & { raters: number; competencies: number }) | null;
  /** Sentences of raters whose group is shown, in an order that tells nothing. */
  keep: readonly string[];
  change: readonly string[];
  /** How many answers stay closed because too few came. */
  heldBack: number;
}

/**
 * What may be shown of the answers of a closed round. A relation with three answers stands by itself; smaller ones are put
 * together, and are shown when they are three then; else they stay closed. The same holds once more for each competency, where some
 * may have said "I cannot say". Totals count only what is shown, so that nothing can be taken away from them to find the rest.
 * @param shuffle puts sentences into an order that does not follow from who wrote them
 */
export function released(answers: readonly RaterAnswer[], shuffle: (texts: string[]) => string[]): Released {
  const shown = groupsOf(answers);
  const groups = shown.map(({ group, members }) => ({
    group,
    raters: members.length,
    cells: Object.fromEntries(
      keysOf(members).flatMap((key) => {
        const given = givenOf(members, key);
        return given.length >= fewestRaters ? [[key, { mean: meanOf(given), count: given.length }]] : [];
      }),
    ),
  }));
  const together: Record<string, number[]> = {};
  for (const { members } of shown)
    for (const key of keysOf(members)) {
      const given = givenOf(members, key);
      if (given.length >= fewestRaters) together[key] = [...(together[key] ?? []), ...given];
    }
  const open = shown.flatMap(({ members }) => members);
  const texts = (of: "keep" | "change") => shuffle(open.map((answer) => answer[of].trim()).filter(Boolean));
  return {
    groups,
    all: Object.fromEntries(
      Object.entries(together).map(([key, given]) => [key, { mean: meanOf(given), count: given.length }]),
    ),
    alike: Object.fromEntries(
      Object.entries(together).flatMap(([key, given]) => {
        const agreement = withinGroupAgreement(given);
        return agreement === null ? [] : [[key, groupAgreementOf(agreement)]];
      }),
    ),
    reliability: reliabilityOfAll(open),
    keep: texts("keep"),
    change: texts("change"),
    heldBack: answers.length - open.length,
  };
}

function groupsOf(answers: readonly RaterAnswer[]): Array<{ group: ReleasedGroup; members: RaterAnswer[] }> {
  const byRelation = new Map<Relation, RaterAnswer[]>();
  for (const answer of answers) byRelation.set(answer.relation, [...(byRelation.get(answer.relation) ?? []), answer]);
  const all = [...byRelation].map(([group, members]) => ({ group: group as ReleasedGroup, members }));
  const own = all.filter(({ members }) => members.length >= fewestRaters);
  const rest = all.filter(({ members }) => members.length < fewestRaters).flatMap(({ members }) => members);
  return rest.length >= fewestRaters ? [...own, { group: "merged", members: rest }] : own;
}

/** Fewer competencies than this say nothing about how raters tell them apart. */
const fewestCompetencies = 5;

function reliabilityOfAll(open: readonly RaterAnswer[]): Released["reliability"] {
  const table = keysOf(open)
    .map((key) => givenOf(open, key))
    .filter((given) => given.length === open.length);
  if (open.length < fewestRaters || table.length < fewestCompetencies) return null;
  const found = intraclassCorrelation(table);
  return found && { ...found, raters: open.length, competencies: table.length };
}

const keysOf = (answers: readonly RaterAnswer[]): string[] => [
  ...new Set(answers.flatMap(({ levels }) => Object.keys(levels))),
];

const givenOf = (answers: readonly RaterAnswer[], key: string): number[] =>
  answers.flatMap(({ levels }) => levels[key] ?? []);

const meanOf = (given: readonly number[]): number => given.reduce((sum, level) => sum + level, 0) / given.length;
