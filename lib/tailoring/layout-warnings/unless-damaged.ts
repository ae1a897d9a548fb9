import { UnreadableFile } from "@/lib/documents/package/unreadable-file";

/** A damaged part beside the main one costs its facts. Attacks are refused all the same. */
export function unlessDamaged<Part>(read: () => Part): Part | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableFile && error.code === "damaged-xml") return null;
    throw error;
  }
}
