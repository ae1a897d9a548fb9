import { nameKey } from "@/lib/platform/keys";

/** How a technology is compared: C++, C# and .NET stay what they are, spelling and case do not matter. */
export const technologyKey = (name: string): string => nameKey(name);
