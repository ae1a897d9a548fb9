import type { InngestFunction } from "inngest";

/** Every background function of the product, one sorted line per module. */
export const functions: readonly InngestFunction.Any[] = [];
