import { caseloadOfHenrik } from "@/db/seed/demo/caseload-henrik";
import { caseloadOfJudith } from "@/db/seed/demo/caseload-judith";
import type { DemoExecutive } from "@/db/seed/demo/executive";

/** Forty invented people at every stage. Names from many places, some long, one in two scripts. */
export const demoExecutives: readonly DemoExecutive[] = [...caseloadOfJudith, ...caseloadOfHenrik];
