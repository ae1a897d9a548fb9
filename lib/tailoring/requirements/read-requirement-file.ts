import { readDocumentText } from "@/lib/tailoring/document-text";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { parseRequirement } from "./parse-requirement";
import type { ReadRequirement } from "./requirement";

/**
 * Reads a requirement from a DOCX, a PDF or a text file of any encoding (also a saved web page). Throws UnreadableFile for what is none of them
 * or cannot be read, and nothing else. `own` are the organisation's technologies.
 */
export async function readRequirementFile(
  bytes: Uint8Array,
  fileName: string,
  own?: readonly OwnTechnology[],
): Promise<ReadRequirement> {
  return parseRequirement(await readDocumentText(bytes, fileName), own);
}
