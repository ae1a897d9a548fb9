import "server-only";
import { bytesOf, openFileWithin } from "@/lib/files/open-file";
import type { QueryContext } from "@/lib/platform/operation";

/**
 * A stored file, whole. That the actor sees what it belongs to (a submission, a candidate) is asked before: the file itself is opened as the
 * product. Refused as not found where it was removed; throws MissingContent or DamagedContent where the store is at fault.
 */
export async function storedBytes(
  context: Pick<QueryContext, "tx" | "organisation">,
  fileId: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const system = { kind: "system", organisationId: context.organisation.id, cause: "tailoring" } as const;
  const file = await openFileWithin({ ...context, actor: system }, fileId);
  return { name: file.name, bytes: await bytesOf(file) };
}
