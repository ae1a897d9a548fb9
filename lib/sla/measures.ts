import "server-only";
import type { Measured } from "@/lib/platform/measured";
import { registry } from "@/lib/platform/registry";

/** Every metric that a module declares, by its key. */
export async function allMeasures(): Promise<ReadonlyMap<string, Measured>> {
  const { modules } = await registry();
  return new Map(modules.flatMap(({ measures = [] }) => measures.map((measured) => [measured.key, measured])));
}
