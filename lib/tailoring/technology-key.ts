import { nameKey } from "@/lib/platform/keys";
import { technologyNamed } from "@/lib/tailoring/technologies/technology-named";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";

/**
 * How a technology is compared, under whichever of its names it is written: "k8s" and "Kubernetes" are one, Java and JavaScript are not. `own` are the
 * organisation's technologies, as in findTechnologies.
 */
export const technologyKey = (name: string, own?: readonly OwnTechnology[]): string =>
  nameKey(technologyNamed(name, own)?.name ?? name);
