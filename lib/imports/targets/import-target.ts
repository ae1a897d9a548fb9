import type { Command } from "@/lib/platform/operation";
import type { ImportTarget } from "@/lib/platform/module";

/** Declares what an import can bring in. Widens the commands' types once, so that the engine can hold all targets. */
export const importTarget = (
  definition: Omit<ImportTarget, "create" | "remove"> & { create: unknown; remove: unknown },
): ImportTarget => ({ ...definition, create: definition.create as Command, remove: definition.remove as Command });
