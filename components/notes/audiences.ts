import type { NoteAudience } from "@/lib/notes/schemas";
import type { z } from "zod";

export type Audience = z.infer<typeof NoteAudience>;

/** Who may read a note, the fewest first. */
export const audiences: readonly Audience[] = ["private", "case", "shared"];
