/** What an organisation has bought. */
export type Plan = "free" | "premium" | "enterprise";

export const plans: readonly Plan[] = ["free", "premium", "enterprise"];

export const isPlan = (text: unknown): text is Plan => plans.some((plan) => plan === text);

/** What a plan limits. `seats` are people who can sign in; the rest count per calendar month or day in the organisation's zone. */
export type LimitKey = "seats" | "programmes" | "storageMegabytes" | "resumesPerMonth" | "importRows";

const unlimited = Number.POSITIVE_INFINITY;

/** The limits of each plan. An organisation may hold others by agreement (`organisations.limits`). */
export const planLimits: Record<Plan, Record<LimitKey, number>> = {
  free: { seats: 10, programmes: 5, storageMegabytes: 500, resumesPerMonth: 20, importRows: 500 },
  premium: { seats: 200, programmes: 500, storageMegabytes: 50_000, resumesPerMonth: 2_000, importRows: 20_000 },
  enterprise: {
    seats: unlimited,
    programmes: unlimited,
    storageMegabytes: unlimited,
    resumesPerMonth: unlimited,
    importRows: 200_000,
  },
};

/** The limit that holds for an organisation: what was agreed with it, else its plan's. Infinity means none. */
export function limitOf(organisation: { plan: Plan; limits: Readonly<Record<string, number>> }, key: LimitKey): number {
  return organisation.limits[key] ?? planLimits[organisation.plan][key];
}

/** Modules that an organisation can switch on, with the plans that contain them. The others are always there. */
export const switchableModules: Record<string, readonly Plan[]> = {
  programmes: ["free", "premium", "enterprise"],
};

/** Modules that make no sense without another one, and are on when that is. */
const partOf: Record<string, string> = {
  competencies: "programmes",
  inventories: "programmes",
  "job-search": "programmes",
  messages: "programmes",
  notes: "programmes",
  packages: "programmes",
  reports: "programmes",
  plans: "programmes",
  resumes: "programmes",
  scheduling: "programmes",
  sla: "programmes",
  tailoring: "programmes",
};

/** Whether a module may run: it is not switchable, or it is switched on and the plan contains it. */
export function moduleIsOn(organisation: { plan: Plan; modules: readonly string[] }, module: string): boolean {
  const key = partOf[module] ?? module;
  const plans = switchableModules[key];
  return plans === undefined || (plans.includes(organisation.plan) && organisation.modules.includes(key));
}
