import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { builtInNamed, nameForm } from "./name-form";
import { mostTechnologies } from "./schemas";
import { formsOf, settled, type SettledTechnology } from "./settle";
import { parseTechnologyLines, type LineProblem } from "./technology-lines";

/** A technology as it is after lines were taken in. */
export interface Standing<Known> {
  /** What it was before; null where it is new. */
  before: Known | null;
  now: SettledTechnology;
}

/**
 * Takes technologies in as people write them, a line each. One that is there already gets the names that are new, and the year where none is known. What
 * is wrong is told by its line; everything else is taken. Answers with what is new or became more, and how many lines said nothing new.
 */
export function takeInLines<Known extends SettledTechnology>(
  text: string,
  known: readonly Known[],
): { changed: Standing<Known>[]; known: number; problems: LineProblem[] } {
  const { technologies, problems } = parseTechnologyLines(text);
  const owners = new Map<string, Standing<Known>>();
  const own = (standing: Standing<Known>) => formsOf(standing.now).forEach((form) => owners.set(form, standing));
  for (const before of known) own({ before, now: before });
  const changed = new Set<Standing<Known>>();
  let [count, same] = [known.length, 0];
  for (const { line, ...written } of technologies) {
    const there = owners.get(nameForm(builtInNamed(written.name)?.name ?? written.name)) ?? null;
    const asked = there ? together(there.now, written) : written;
    const outcome = settled(asked, (form) => {
      const owner = owners.get(form);
      return owner === there ? null : owner?.now;
    });
    if ("message" in outcome) {
      if (outcome.nothingNew) same++;
      else problems.push({ line, message: outcome.message });
    } else if (there && isAsMuch(there.now, outcome)) same++;
    else if (!there && count >= mostTechnologies)
      problems.push({ line, message: `There is room for ${mostTechnologies} technologies, and all of it is taken.` });
    else {
      const standing = there ?? { before: null, now: outcome };
      standing.now = outcome;
      if (!there) count++;
      own(standing);
      changed.add(standing);
    }
  }
  problems.sort((one, other) => one.line - other.line);
  return { changed: [...changed], known: same, problems };
}

const together = (now: SettledTechnology, written: OwnTechnology): OwnTechnology => ({
  name: now.name,
  aliases: [...now.aliases, written.name, ...written.aliases],
  since: now.since ?? written.since,
});

const isAsMuch = (one: SettledTechnology, other: SettledTechnology): boolean =>
  one.aliases.length === other.aliases.length && one.since === other.since;
