import type { IconName } from "./icon-sprite";
import names from "./icon-names.json";

const known: ReadonlySet<string> = new Set(names);

/** Whether a text that came from a record or a manifest names an icon that exists. */
export const isIconName = (name: string): name is IconName => known.has(name);
