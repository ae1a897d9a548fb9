import { worldPassword } from "../scripts/testing/crossing";
import type { Attempt, CrossedWorld } from "../scripts/testing/crossing";
import type { Places } from "./support/demo-places";
import { signedIn } from "./support/desks";
import type { Asker } from "./support/desks";
import { fingerprint } from "./support/fingerprint";
import { expect, test } from "./support/journey";
import { answerOf } from "./support/page-answer";
import { pageTable } from "./support/page-table";
import { routeTable, routesUnknown } from "./support/route-table";
import { withoutSchedules } from "./support/schedules";
import { sideBySide } from "./support/side-by-side";

/*
 * The wall, by HTTP: people of the north ask every page, operation, file and route for what belongs to the south, in their own
 * organisation with ids of the other, and in the other's.
 */

const roles = ["administrator", "consultant", "executive", "recruiter"];
const refusals = [403, 404, 409, 422];

test("every route is tried, or said to hold nothing of an organisation", () => {
  expect(routesUnknown()).toEqual([]);
});

test("people of one organisation find nothing of another by its ids, and change nothing there", async ({ worlds }) => {
  test.setTimeout(900_000);
  const { url, appUrl, north, south, attempts } = worlds;
  await withoutSchedules(appUrl);
  const before = await fingerprint(appUrl, south.organisationId);
  const faults: string[] = [];
  const own = new Set<string>();
  await sideBySide(roles, 3, async (role) => {
    const asker = await signedIn(`${role}@north.example`, worldPassword, url);
    const wrong = (what: string, answer: unknown) => faults.push(`${role}, ${what}: ${String(answer)}`);
    for (const attempt of attempts) {
      const across = await tried(asker, "south", attempt);
      if (across.status !== 404) wrong(`${attempt.name} in the south`, across.status);
      // Without an id it asks for nothing of the other organisation.
      if (!holdsIdOf(south, attempt.input)) continue;
      const answer = await tried(asker, "north", attempt);
      const { data } = answer.status === 200 ? (JSON.parse(answer.text) as { data: unknown }) : { data: null };
      if (answer.status === 200 ? !emptyLike(data) : !refusals.includes(answer.status))
        wrong(`${attempt.name} with ids of the south`, `${answer.status} ${answer.text.slice(0, 200)}`);
    }
    for (const [pattern, { address }] of Object.entries(pageTable)) {
      const [mine, theirs] = [address(placesOf(north)), address({ ...placesOf(south), organisation: north.slug })];
      if (mine !== theirs) {
        if ((await answerOf(asker, mine)) === "renders") own.add(pattern);
        const answer = await answerOf(asker, theirs);
        if (answer !== "not there") wrong(`${pattern} with ids of the south`, answer);
      }
      if (!pattern.startsWith("/[organisation]")) continue;
      const across = await answerOf(asker, address(placesOf(south)));
      if (across !== "not there") wrong(`${pattern} in the south`, across);
    }
    for (const [pattern, requests] of Object.entries(routeTable))
      for (const request of requests) {
        const [mine, theirs] = [request(north.slug, north), request(north.slug, south)];
        if ((await asker.ask(mine.path, mine.init)).ok) own.add(pattern);
        const across = request(south.slug, south);
        const { status } = await asker.ask(across.path, across.init);
        if (status !== 404) wrong(`${across.path} in the south`, status);
        if (mine.path === theirs.path) continue;
        const answer = await asker.ask(theirs.path, theirs.init);
        if (![403, 404].includes(answer.status)) wrong(`${theirs.path} with ids of the south`, answer.status);
      }
  });
  expect(faults).toEqual([]);
  expect(await fingerprint(appUrl, south.organisationId)).toEqual(before);
  // What is refused with ids of the other opens with the own: else the refusals would prove nothing.
  const withIds = Object.entries(pageTable).filter(
    ([pattern, { address }]) =>
      pattern.startsWith("/[organisation]") &&
      address(placesOf(north)) !== address({ ...placesOf(south), organisation: north.slug }),
  );
  expect([...withIds.map(([pattern]) => pattern), ...Object.keys(routeTable)].filter((each) => !own.has(each))).toEqual(
    [],
  );
});

/** One request to the API, the input where its kind has it. */
async function tried({ ask }: Asker, organisation: string, { name, kind, input }: Attempt) {
  const path = `/api/v1/${organisation}/${name.replace(".", "/")}`;
  const given = Object.entries((input ?? {}) as Record<string, unknown>);
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const response = await (kind === "command"
    ? ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) })
    : ask(`${path}?${new URLSearchParams(given.map(([key, value]) => [key, text(value)])).toString()}`));
  return { status: response.status, text: await response.text() };
}

function holdsIdOf(world: CrossedWorld, input: unknown): boolean {
  const text = JSON.stringify(input ?? null);
  return Object.values(world).some((id) => id.length === 36 && text.includes(id));
}

const placesOf = (world: CrossedWorld): Places => ({
  organisation: world.slug,
  organisationId: world.organisationId,
  programmeId: world.programmeId,
  landedId: world.landedProgrammeId,
  packageId: world.packageId,
  sponsorId: world.sponsorId,
  engagementId: world.engagementId,
  separationId: world.separationEventId,
  listedId: world.separationPersonId,
  personId: world.executiveId,
  roleId: world.roleId,
  frameworkId: world.frameworkId,
  roleProfileId: world.roleProfileId,
  roundId: world.roundId,
  calendarId: world.calendarId,
  calendarDayId: world.businessDayId,
  sessionId: world.sessionId,
  clockId: world.slaClockId,
  sessionTypeId: world.sessionTypeId,
  policyId: world.slaPolicyId,
  consultantId: world.consultantId,
  fieldId: world.customFieldId,
  entryId: world.auditEntryId,
  mailId: world.mailId,
  resumeId: world.resumeId,
  opportunityId: world.opportunityId,
  contactId: world.searchContactId,
  companyId: world.searchCompanyId,
  requirementId: world.requirementId,
  pointId: world.pointId,
  ownTechnologyId: world.ownTechnologyId,
  candidateId: world.candidateId,
  submissionId: world.submissionId,
  tailoredSubmissionId: world.tailoredSubmissionId,
  tailoringBatchId: world.tailoringBatchId,
  sentSubmissionId: world.sentSubmissionId,
  sendTemplateId: world.sendTemplateId,
  importId: world.importId,
  // Who has such an address needs no organisation: they are the same for both here, and not there.
  ...{ bookToken: "no-such-page", visitToken: "no-such-visit" },
  batchId: world.batchId,
});

/** Nothing: no rows, no record, zero, or an object of such. */
function emptyLike(value: unknown): boolean {
  if (value === null || value === undefined || value === 0 || value === false || value === "") return true;
  if (Array.isArray(value)) return value.every(emptyLike);
  if (typeof value === "object") return Object.values(value).every(emptyLike);
  return false;
}
