import "server-only";
import { newId } from "@/db/tenant-table";
import { LevelsFileInput } from "@/lib/competencies/schemas";
import { command } from "@/lib/platform/operation";
import { loadProgramme } from "@/lib/programmes/load";

/** Writes down that somebody took a programme's levels and gaps along; the file itself goes straight to the browser. */
export const noteLevelsFile = command({
  name: "competencies.noteFile",
  permission: "exports:run",
  input: LevelsFileInput,
  example: ({ programmeId }) => ({ programmeId, format: "csv" as const }),
  async run(context, { programmeId, format }) {
    await loadProgramme(context, programmeId, "competencies:read");
    context.record("export", null, { id: newId(), list: "competencies.levels", format, state: { programmeId } });
    return {};
  },
});
