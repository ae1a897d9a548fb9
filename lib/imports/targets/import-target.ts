import type { ImportTarget } from "@/lib/platform/module";

type Declared = Omit<ImportTarget, "create" | "remove" | "many"> & {
  create: unknown;
  remove: unknown;
  many?: Omit<NonNullable<ImportTarget["many"]>, "create"> & { create: unknown };
};

/** Declares what an import can bring in. Widens the commands' types once, so that the engine can hold all targets. */
export const importTarget = (definition: Declared): ImportTarget => definition as ImportTarget;
