import { newId } from "@/db/tenant-table";
import type { DemoExecutive } from "@/db/seed/demo/executive";
import type { Story } from "@/db/seed/demo/story";
import { closings, conversations, privateNotes, sharedNotes } from "@/db/seed/demo/words";
import { markMessagesRead, sendMessage } from "@/lib/messages/commands";
import type { PersonActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";

/** A few lines between both, the last of them read or not as the story wants it. Left open, they may end with a question. */
export async function say(
  story: Story,
  programmeId: string,
  consultant: PersonActor,
  self: PersonActor,
  lines: readonly number[],
  moment: Date,
  { open = false } = {},
): Promise<void> {
  const said = lines.map((line) => conversations[line % conversations.length]!);
  // A consultant does not leave somebody without an answer, unless the story wants it.
  if (said.at(-1)?.who === "executive" && !open)
    said.push({ who: "consultant", words: closings[story.executive.name.length % closings.length]! });
  for (const [index, { who, words }] of said.entries()) {
    await execute(
      sendMessage,
      who === "executive" ? self : consultant,
      { programmeId, body: words.replace("{name}", firstName(story.executive.name)), clientKey: newId() },
      { now: new Date(moment.getTime() + index * 47 * 60_000) },
    );
  }
  const read = { now: new Date(moment.getTime() + said.length * 47 * 60_000 - 1) };
  const waits = unreadBy(story.executive);
  if (waits !== "consultant") await execute(markMessagesRead, consultant, { programmeId }, read);
  if (waits !== "executive") await execute(markMessagesRead, self, { programmeId }, read);
}

/** Some executives spoke last, so that messages wait to be answered. */
export function lastWords({ name, now }: DemoExecutive): number[] {
  if (now.state !== "active") return [];
  if (name.startsWith("Layla")) return [4];
  if (name.startsWith("Siobhán")) return [8];
  if (name.startsWith("Aurelio")) return [5, 6];
  if (name.startsWith("Ewa")) return [7];
  const ends = [
    [2, 3],
    [9, 10],
    [11, 12],
    [13, 14],
    [15, 16],
  ] as const;
  const chosen = ends[(name.length + now.phase) % ends.length]!;
  return now.contact > 7 ? [chosen[1]] : [...chosen];
}

/** Who waits for an answer: those whose last message is unread, and two who wait for longer than they should. */
export const waitsForAnswer = ({ name }: DemoExecutive): boolean =>
  ["Layla", "Siobhán", "Ewa", "Yasmin", "Rafael"].some((waiting) => name.startsWith(waiting));

/** Who has not read the last message yet; everybody else has. */
function unreadBy({ name }: DemoExecutive): "consultant" | "executive" | null {
  if (name.startsWith("Aurelio")) return "executive";
  return ["Layla", "Siobhán", "Ewa"].some((waiting) => name.startsWith(waiting)) ? "consultant" : null;
}

/** A note on the case, private or shared by turns. */
export function note(programmeId: string, { name }: DemoExecutive) {
  const place = name.length;
  const hidden = place % 2 === 0;
  const words = hidden ? privateNotes : sharedNotes;
  return {
    programmeId,
    audience: hidden ? ("private" as const) : ("case" as const),
    body: words[place % words.length]!,
  };
}

const firstName = (name: string): string => name.replace(/^Dr\. /, "").split(" ")[0]!;
