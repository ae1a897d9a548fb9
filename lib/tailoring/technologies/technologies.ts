import { analytics } from "./tables/analytics";
import { cloud } from "./tables/cloud";
import { data } from "./tables/data";
import { devops } from "./tables/devops";
import { enterprise } from "./tables/enterprise";
import { javaAndNet } from "./tables/java-and-net";
import { languages } from "./tables/languages";
import { management, methods } from "./tables/methods-and-management";
import { mobileAndTools } from "./tables/mobile-and-tools";
import type { TechnologyRow } from "./tables/row";
import { securityAndNetworks } from "./tables/security-and-networks";
import { testing } from "./tables/testing";
import { web } from "./tables/web";

/** What a resume and a requirement are compared by: a language, a product, a method or a field of management. */
export interface Technology {
  /** The one name under which it is counted, stored and shown. */
  name: string;
  aliases: readonly string[];
  kind: TechnologyKind;
  /** Year in which it could first be used in work, or null where that is not known for sure. */
  since: number | null;
  /** Names of technologies that it belongs to or is used with; see {@link kinship}. */
  related: readonly string[];
  /** Added by the organisation. */
  own: boolean;
}

export type TechnologyKind =
  | "language"
  | "web"
  | "framework"
  | "data"
  | "analytics"
  | "cloud"
  | "devops"
  | "enterprise"
  | "testing"
  | "security"
  | "tool"
  | "method"
  | "management"
  | "own";

/** What an organisation adds: a technology that is not listed, or further aliases of one that is. */
export interface OwnTechnology {
  name: string;
  aliases: readonly string[];
  /** Year in which it could first be used in work; of a listed technology it counts where none is known. */
  since?: number | null;
}

/**
 * How a name must stand in a text to count. "plain": in any case. "cased": as written or in capitals, or in a list of technologies. "word": it is
 * an everyday word too, so its surroundings must speak for it.
 */
export type SpellingRule = "plain" | "cased" | "word";

export interface Spelling {
  /** As written in the table. */
  form: string;
  rule: SpellingRule;
}

const tables: readonly (readonly [TechnologyKind, readonly TechnologyRow[]])[] = [
  ["language", languages],
  ["web", web],
  ["framework", javaAndNet],
  ["data", data],
  ["analytics", analytics],
  ["cloud", cloud],
  ["devops", devops],
  ["enterprise", enterprise],
  ["testing", testing],
  ["security", securityAndNetworks],
  ["tool", mobileAndTools],
  ["method", methods],
  ["management", management],
];

/** Every technology that comes with the product, with its spellings: the name first. */
export const listed: readonly { technology: Technology; spellings: readonly Spelling[] }[] = tables.flatMap(
  ([kind, rows]) => rows.map((row) => entryOf(kind, row)),
);

/** The technologies that come with the product. */
export const technologies: readonly Technology[] = listed.map(({ technology }) => technology);

function entryOf(kind: TechnologyKind, [name, since, aliases = "", related = ""]: TechnologyRow) {
  const spellings = [name, ...listOf(aliases)].map(spellingOf);
  const [first, ...others] = spellings.map(({ form }) => form);
  const technology: Technology = {
    name: first!,
    aliases: others,
    kind,
    since,
    related: listOf(related),
    own: false,
  };
  return { technology, spellings };
}

function listOf(text: string): string[] {
  return text === "" ? [] : text.split(", ");
}

/** Names of one or two letters always need their case: "AI" and "QA" stand in other words' clothes too often. */
export function spellingOf(written: string): Spelling {
  const form = written.replace(/^[=~]/, "");
  if (/^\p{L}$/u.test(form)) return { form, rule: "word" };
  if (written.startsWith("~")) return { form, rule: "word" };
  return { form, rule: written.startsWith("=") || /^\p{L}{2}$/u.test(form) ? "cased" : "plain" };
}
