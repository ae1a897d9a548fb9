import { nameKey } from "@/lib/platform/keys";
import { technologyNamed } from "@/lib/tailoring/technologies/technology-named";

/** How a technology is compared, under whichever of its names it is written: "k8s" and "Kubernetes" are one, Java and JavaScript are not. */
export const technologyKey = (name: string): string => nameKey(technologyNamed(name)?.name ?? name);
