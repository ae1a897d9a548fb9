import "server-only";
import { createHash } from "node:crypto";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { bytesOf, openFileWithin } from "@/lib/files/open-file";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { parseRequirement } from "@/lib/tailoring/requirements/parse-requirement";
import { readRequirementFile } from "@/lib/tailoring/requirements/read-requirement-file";
import type { ReadRequirement } from "@/lib/tailoring/requirements/requirement";
import { ReadSourceInput } from "@/lib/tailoring/requirements/schemas";
import { valuesOfReading } from "@/lib/tailoring/requirements/values-of-reading";

/** Reads a mail that was pasted, or a file, and gives what it says as a form holds it. Stores nothing: a person checks it first. */
export const readSource = command({
  name: "tailoring.readSource",
  permission: "tailoring:write",
  input: ReadSourceInput,
  example: () => ({ text: "Role: Java Developer\nLocation: Basel\nMust have: 5+ years of Java" }),
  async run(context, input) {
    const read = await readingOf(context, input);
    const values = valuesOfReading(read, context.organisation.currency);
    if (!values.title && values.skills.length === 0)
      throw new Refusal(
        "invalid",
        "Nothing in it says whom somebody looks for. Type it instead.",
        input.text ? "text" : "fileId",
      );
    return {
      values,
      source: input.fileId ? ("file" as const) : ("mail" as const),
      sourceFileId: input.fileId ?? "",
      /** The same words, the same key: what was typed into their form is found again, and into no other. */
      key: createHash("sha256").update(read.text).digest("hex").slice(0, 16),
    };
  },
});

async function readingOf(context: CommandContext, { text, fileId }: ReadSourceInput): Promise<ReadRequirement> {
  const own = await ownTechnologies(context);
  if (!fileId) return parseRequirement(text ?? "", own);
  const file = await openFileWithin(context, fileId);
  try {
    return await readRequirementFile(await bytesOf(file), file.name, own);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refusal("invalid", error.message, "fileId");
    throw error;
  }
}
