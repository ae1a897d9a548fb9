import type { Places } from "./demo-places";
import { desks } from "./desks";
import type { Desk } from "./desks";

/** What a page does with who asks: it renders, looks as if it were not there, leads to the sign-in page, or leads elsewhere. */
export type Answer = "renders" | "not there" | "sign in" | "elsewhere";

export type PageRow = {
  /** The page's address. */
  address: (places: Places) => string;
  answers: Record<Desk, Answer>;
};

const members = desks.filter((desk) => desk !== "operator" && desk !== "visitor");
const administrators = ["administrator"];
const involved = ["consultant", "executive"];
const sponsoring = ["consultant", "administrator", "sponsor"];
const recruiting = ["recruiter"];
const managing = ["consultant", "administrator"];
/** Who sees people beside themselves, and who sees all of them. */
const seeAll = ["administrator", "hr_manager", "payroll_officer", "training_officer"];
const seePeople = [...seeAll, "consultant", "sales_manager", "support_agent", "manager", "foreman"];

/** A page of the workspace: who sees it; for everybody else with an account it is not there, and visitors sign in first. */
function workspace(path: string, sees: readonly Desk[], leads: readonly Desk[] = []): PageRow {
  const answer = (desk: Desk): Answer => {
    if (desk === "visitor") return "sign in";
    return sees.includes(desk) ? "renders" : leads.includes(desk) ? "elsewhere" : "not there";
  };
  return {
    address: (places) => filled(`/[organisation]${path}`, places),
    answers: Object.fromEntries(desks.map((desk) => [desk, answer(desk)])),
  };
}

/** A page outside of organisations: one answer for whoever is signed in, one for visitors, and those of desks that differ. */
function outside(path: string, signedIn: Answer, visitor: Answer, others: Record<Desk, Answer> = {}): PageRow {
  return {
    address: (places) => filled(path, places),
    answers: {
      ...Object.fromEntries(desks.map((desk) => [desk, signedIn])),
      visitor,
      ...others,
    },
  };
}

const operators = { operator: "renders" } as const;

/** Every page of the application, by the path of its file without groups, and who may see it. */
export const pageTable: Readonly<Record<string, PageRow>> = {
  "/": outside("/", "elsewhere", "sign in"),
  "/book/[place]": outside("/book/[bookToken]", "renders", "renders"),
  "/book/[place]/[name]": outside("/book/[organisation]/judith-okafor-lindqvist", "renders", "renders"),
  "/feedback/[token]": outside("/feedback/no-such-link", "renders", "renders"),
  "/invitation/[token]": outside("/invitation/no-such-link", "renders", "renders"),
  "/mailbox": outside("/mailbox", "renders", "renders"),
  "/mailbox/[place]/[mail]": outside("/mailbox/[organisation]/[mailId]", "renders", "renders"),
  "/new-address/[token]": outside("/new-address/no-such-link", "renders", "renders"),
  "/new-password": outside("/new-password", "renders", "renders"),
  "/new-password/[token]": outside("/new-password/no-such-link", "renders", "renders"),
  "/no-organisation": outside("/no-organisation", "elsewhere", "sign in", operators),
  "/operator": outside("/operator", "not there", "sign in", operators),
  "/operator/[id]": outside("/operator/[organisationId]", "not there", "sign in", operators),
  "/operator/new": outside("/operator/new", "not there", "sign in", operators),
  "/set-up": outside("/set-up", "elsewhere", "elsewhere"),
  "/sign-in": outside("/sign-in", "elsewhere", "renders"),
  "/sign-up": outside("/sign-up", "renders", "renders"),
  "/styleguide": outside("/styleguide", "renders", "renders"),
  "/verify/[token]": outside("/verify/no-such-link", "renders", "renders"),
  "/visits/[token]": outside("/visits/[visitToken]", "renders", "renders"),
  "/[organisation]": workspace("", members),
  "/[organisation]/[...missing]": workspace("/no/such/page", []),
  "/[organisation]/availability": workspace("/availability", administrators, ["consultant"]),
  "/[organisation]/availability/[person]": workspace("/availability/[consultantId]", managing),
  "/[organisation]/availability/[person]/booking": workspace("/availability/[consultantId]/booking", managing),
  "/[organisation]/audit": workspace("/audit", administrators),
  "/[organisation]/audit/[entry]": workspace("/audit/[entryId]", administrators),
  "/[organisation]/batches": workspace("/batches", managing),
  "/[organisation]/batches/[batchId]": workspace("/batches/[batchId]", administrators),
  "/[organisation]/candidates": workspace("/candidates", recruiting),
  "/[organisation]/candidates/[person]": workspace("/candidates/[candidateId]", recruiting),
  "/[organisation]/candidates/[person]/edit": workspace("/candidates/[candidateId]/edit", recruiting),
  "/[organisation]/candidates/new": workspace("/candidates/new", recruiting),
  "/[organisation]/clocks": workspace("/clocks", managing),
  "/[organisation]/clocks/compliance": workspace("/clocks/compliance", managing),
  "/[organisation]/clocks/[clock]": workspace("/clocks/[clockId]", managing),
  "/[organisation]/engagements": workspace("/engagements", sponsoring),
  "/[organisation]/engagements/[id]": workspace("/engagements/[engagementId]", sponsoring),
  "/[organisation]/engagements/[id]/edit": workspace("/engagements/[engagementId]/edit", administrators),
  "/[organisation]/engagements/new": workspace("/engagements/new?sponsor=[sponsorId]", administrators),
  "/[organisation]/exports": workspace("/exports", [...sponsoring, "executive", ...recruiting]),
  "/[organisation]/figures": workspace("/figures", managing),
  "/[organisation]/figures/[figure]": workspace("/figures/landing-rate", managing),
  "/[organisation]/figures/definitions": workspace("/figures/definitions", managing),
  "/[organisation]/framework": workspace("/framework", managing),
  "/[organisation]/framework/[version]": workspace("/framework/[frameworkId]", managing),
  "/[organisation]/framework/roles/[role]": workspace("/framework/roles/[roleProfileId]", administrators),
  "/[organisation]/framework/roles/new": workspace("/framework/roles/new", administrators),
  "/[organisation]/imports": workspace("/imports", [...administrators, "executive", ...recruiting]),
  "/[organisation]/imports/[importId]": workspace("/imports/[importId]", administrators),
  "/[organisation]/imports/new": workspace("/imports/new", [...administrators, "executive", ...recruiting]),
  "/[organisation]/job-search": workspace("/job-search", [], ["executive"]),
  "/[organisation]/job-search/[person]": workspace("/job-search/[personId]", involved),
  "/[organisation]/job-search/[person]/companies": workspace("/job-search/[personId]/companies", involved),
  "/[organisation]/job-search/[person]/contacts": workspace("/job-search/[personId]/contacts", involved),
  "/[organisation]/job-search/[person]/list": workspace("/job-search/[personId]/list", involved),
  "/[organisation]/job-search/[person]/new/[kind]": workspace("/job-search/[personId]/new/opportunity", ["executive"]),
  "/[organisation]/job-search/[person]/offers": workspace("/job-search/[personId]/offers", involved),
  "/[organisation]/job-search/[person]/outreach": workspace("/job-search/[personId]/outreach", involved),
  "/[organisation]/job-search/[person]/week": workspace("/job-search/[personId]/week", involved),
  "/[organisation]/job-search/company/[id]": workspace("/job-search/company/[companyId]", involved),
  "/[organisation]/job-search/company/[id]/edit": workspace("/job-search/company/[companyId]/edit", ["executive"]),
  "/[organisation]/job-search/contact/[id]": workspace("/job-search/contact/[contactId]", involved),
  "/[organisation]/job-search/contact/[id]/edit": workspace("/job-search/contact/[contactId]/edit", ["executive"]),
  "/[organisation]/job-search/opportunity/[id]": workspace("/job-search/opportunity/[opportunityId]", involved),
  "/[organisation]/job-search/opportunity/[id]/edit": workspace("/job-search/opportunity/[opportunityId]/edit", [
    "executive",
  ]),
  "/[organisation]/job-search/opportunity/[id]/move/[stage]": workspace(
    "/job-search/opportunity/[opportunityId]/move/closed",
    ["executive"],
  ),
  // In a demo, everybody may look into the mailbox.
  "/[organisation]/mailbox": workspace("/mailbox", members),
  "/[organisation]/mailbox/[mail]": workspace("/mailbox/[mailId]", members),
  "/[organisation]/mailbox/templates": workspace("/mailbox/templates", [], members),
  "/[organisation]/mailbox/templates/[template]": workspace("/mailbox/templates/invitation", members),
  "/[organisation]/messages": workspace("/messages", ["consultant"], ["executive"]),
  "/[organisation]/my-programme": workspace("/my-programme", [], ["executive"]),
  "/[organisation]/notifications": workspace("/notifications", members),
  "/[organisation]/packages": workspace("/packages", managing),
  "/[organisation]/packages/[id]": workspace("/packages/[packageId]", managing),
  "/[organisation]/packages/new": workspace("/packages/new", administrators),
  "/[organisation]/people": workspace("/people", seePeople),
  "/[organisation]/people/[person]": workspace("/people/[personId]", [...seeAll, ...involved]),
  "/[organisation]/people/[person]/access": workspace("/people/[personId]/access", administrators),
  "/[organisation]/people/[person]/deactivate": workspace("/people/[personId]/deactivate", administrators),
  "/[organisation]/people/[person]/edit": workspace("/people/[personId]/edit", administrators),
  "/[organisation]/people/invite": workspace("/people/invite", administrators),
  "/[organisation]/people/new": workspace("/people/new", administrators),
  "/[organisation]/points": workspace("/points", recruiting),
  "/[organisation]/points/[id]": workspace("/points/[pointId]", recruiting),
  "/[organisation]/points/new": workspace("/points/new", recruiting),
  "/[organisation]/points/technologies": workspace("/points/technologies", recruiting),
  "/[organisation]/points/technologies/[id]": workspace("/points/technologies/[ownTechnologyId]", recruiting),
  "/[organisation]/points/technologies/new": workspace("/points/technologies/new", recruiting),
  "/[organisation]/profile": workspace("/profile", members),
  "/[organisation]/profile/calendars": workspace("/profile/calendars", [...involved, ...administrators]),
  "/[organisation]/programmes": workspace("/programmes", managing),
  "/[organisation]/programmes/[id]": workspace("/programmes/[programmeId]", [...involved, ...administrators]),
  "/[organisation]/programmes/[id]/consents": workspace("/programmes/[programmeId]/consents", [
    ...involved,
    ...administrators,
  ]),
  "/[organisation]/programmes/[id]/competencies": workspace("/programmes/[programmeId]/competencies", involved),
  "/[organisation]/programmes/[id]/competencies/ask": workspace("/programmes/[programmeId]/competencies/ask", involved),
  "/[organisation]/programmes/[id]/competencies/inventories/[inventory]": workspace(
    "/programmes/[programmeId]/competencies/inventories/values",
    involved,
  ),
  "/[organisation]/programmes/[id]/competencies/inventories/[inventory]/fill": workspace(
    "/programmes/[programmeId]/competencies/inventories/values/fill",
    ["executive"],
  ),
  "/[organisation]/programmes/[id]/competencies/rate": workspace(
    "/programmes/[programmeId]/competencies/rate",
    involved,
  ),
  "/[organisation]/programmes/[id]/competencies/rounds/[round]": workspace(
    "/programmes/[programmeId]/competencies/rounds/[roundId]",
    involved,
  ),
  "/[organisation]/programmes/[id]/competencies/target": workspace(
    "/programmes/[programmeId]/competencies/target",
    involved,
  ),
  "/[organisation]/programmes/[id]/do/[move]": workspace("/programmes/[programmeId]/do/edit", managing),
  "/[organisation]/programmes/[id]/files": workspace("/programmes/[programmeId]/files", [
    ...involved,
    ...administrators,
  ]),
  "/[organisation]/programmes/[id]/history": workspace("/programmes/[programmeId]/history", [
    ...involved,
    ...administrators,
  ]),
  "/[organisation]/programmes/[id]/landing": workspace("/programmes/[landedId]/landing", managing),
  "/[organisation]/programmes/[id]/landing/edit": workspace("/programmes/[landedId]/landing/edit", ["consultant"]),
  "/[organisation]/programmes/[id]/messages": workspace("/programmes/[programmeId]/messages", involved),
  "/[organisation]/programmes/[id]/notes": workspace("/programmes/[programmeId]/notes", involved),
  "/[organisation]/programmes/[id]/package": workspace("/programmes/[programmeId]/package", managing),
  "/[organisation]/programmes/[id]/plan": workspace("/programmes/[programmeId]/plan", involved),
  "/[organisation]/programmes/[id]/plan/edit": workspace("/programmes/[programmeId]/plan/edit", involved),
  "/[organisation]/programmes/[id]/plan/editions/[edition]": workspace(
    "/programmes/[programmeId]/plan/editions/1",
    involved,
  ),
  "/[organisation]/programmes/[id]/profile": workspace("/programmes/[programmeId]/profile", involved),
  "/[organisation]/programmes/[id]/profile/edit": workspace("/programmes/[programmeId]/profile/edit", involved),
  "/[organisation]/programmes/[id]/profile/[resumeId]": workspace(
    "/programmes/[programmeId]/profile/[resumeId]",
    involved,
  ),
  "/[organisation]/programmes/[id]/sessions": workspace("/programmes/[programmeId]/sessions", [
    ...involved,
    ...administrators,
  ]),
  "/[organisation]/programmes/[id]/sessions/[session]": workspace("/programmes/[programmeId]/sessions/[sessionId]", [
    ...involved,
    ...administrators,
  ]),
  "/[organisation]/programmes/[id]/sessions/book": workspace("/programmes/[programmeId]/sessions/book", involved),
  "/[organisation]/programmes/[id]/tasks": workspace("/programmes/[programmeId]/tasks", [
    ...involved,
    ...administrators,
  ]),
  "/[organisation]/programmes/new": workspace("/programmes/new", managing),
  "/[organisation]/requirements": workspace("/requirements", recruiting),
  "/[organisation]/requirements/[id]": workspace("/requirements/[requirementId]", recruiting),
  "/[organisation]/requirements/[id]/edit": workspace("/requirements/[requirementId]/edit", recruiting),
  "/[organisation]/requirements/new": workspace("/requirements/new", recruiting),
  "/[organisation]/roles": workspace("/roles", administrators),
  "/[organisation]/roles/[role]": workspace("/roles/[roleId]", administrators),
  "/[organisation]/send-templates": workspace("/send-templates", recruiting),
  "/[organisation]/send-templates/[id]": workspace("/send-templates/[sendTemplateId]", recruiting),
  "/[organisation]/send-templates/new": workspace("/send-templates/new", recruiting),
  "/[organisation]/separations": workspace("/separations", managing),
  "/[organisation]/separations/[id]": workspace("/separations/[separationId]", managing),
  "/[organisation]/separations/[id]/edit": workspace("/separations/[separationId]/edit", managing),
  "/[organisation]/separations/[id]/people/[entry]": workspace(
    "/separations/[separationId]/people/[listedId]",
    managing,
  ),
  "/[organisation]/separations/[id]/people/new": workspace("/separations/[separationId]/people/new", managing),
  "/[organisation]/separations/new": workspace("/separations/new", managing),
  "/[organisation]/sessions": workspace("/sessions", [...involved, ...administrators]),
  "/[organisation]/sessions/[session]": workspace("/sessions/[sessionId]", [...involved, ...administrators]),
  "/[organisation]/sessions/new": workspace("/sessions/new", ["consultant"], ["executive"]),
  "/[organisation]/settings/policies": workspace("/settings/policies", administrators),
  "/[organisation]/settings/policies/[policy]": workspace("/settings/policies/[policyId]", administrators),
  "/[organisation]/settings/policies/new": workspace("/settings/policies/new", administrators),
  "/[organisation]/settings/session-types": workspace("/settings/session-types", administrators),
  "/[organisation]/settings/session-types/[type]": workspace("/settings/session-types/[sessionTypeId]", administrators),
  "/[organisation]/settings/session-types/new": workspace("/settings/session-types/new", administrators),
  "/[organisation]/sponsor-report": workspace("/sponsor-report", ["administrator", "sponsor"]),
  "/[organisation]/sponsors": workspace("/sponsors", managing),
  "/[organisation]/sponsors/[id]": workspace("/sponsors/[sponsorId]", managing),
  "/[organisation]/sponsors/[id]/edit": workspace("/sponsors/[sponsorId]/edit", administrators),
  "/[organisation]/sponsors/new": workspace("/sponsors/new", administrators),
  "/[organisation]/submissions": workspace("/submissions", recruiting),
  "/[organisation]/submissions/[id]": workspace("/submissions/[sentSubmissionId]", recruiting),
  "/[organisation]/submissions/[id]/tailor": workspace("/submissions/[tailoredSubmissionId]/tailor", recruiting),
  "/[organisation]/submissions/[id]/tailor/compare": workspace(
    "/submissions/[tailoredSubmissionId]/tailor/compare",
    recruiting,
  ),
  "/[organisation]/submissions/send": workspace("/submissions/send?ids=[sentSubmissionId]", recruiting),
  "/[organisation]/submissions/list": workspace("/submissions/list", recruiting),
  "/[organisation]/sessions/[session]/rating": workspace("/sessions/[sessionId]/rating", ["executive"]),
  "/[organisation]/settings": workspace("/settings", administrators),
  "/[organisation]/settings/calendars": workspace("/settings/calendars", administrators),
  "/[organisation]/settings/calendars/[calendar]": workspace("/settings/calendars/[calendarId]", administrators),
  "/[organisation]/settings/calendars/[calendar]/days/[day]": workspace(
    "/settings/calendars/[calendarId]/days/[calendarDayId]",
    administrators,
  ),
  "/[organisation]/settings/calendars/[calendar]/days/new": workspace(
    "/settings/calendars/[calendarId]/days/new",
    administrators,
  ),
  "/[organisation]/settings/calendars/[calendar]/hours": workspace(
    "/settings/calendars/[calendarId]/hours",
    administrators,
  ),
  "/[organisation]/settings/calendars/new": workspace("/settings/calendars/new", administrators),
  "/[organisation]/settings/fields": workspace("/settings/fields", administrators),
  "/[organisation]/settings/fields/[field]": workspace("/settings/fields/[fieldId]", administrators),
  "/[organisation]/settings/fields/new": workspace("/settings/fields/new?entity=programme", administrators),
  "/[organisation]/tailoring/[batchId]": workspace("/tailoring/[tailoringBatchId]", recruiting),
  "/[organisation]/teams": workspace("/teams", [...managing, ...recruiting]),
};

/** An address with its parameters filled from the places of their names. */
function filled(path: string, places: Places): string {
  return path.replace(/\[(\w+)\]/g, (_, name: string) => places[name as keyof Places]);
}

/** Addresses that hold an id, with something in its place that is none: no page may break on them. */
export const oddAddresses = (places: Places): string[] =>
  Object.values(pageTable)
    .map(({ address }) => ({
      well: address(places),
      odd: address({ ...oddPlaces, organisation: places.organisation }),
    }))
    .filter(({ well, odd }) => well !== odd)
    .map(({ odd }) => odd);

const oddPlaces = new Proxy({} as Places, {
  get: () => "no-such-id",
  ownKeys: () => [],
});
