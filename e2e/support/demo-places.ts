import { expect } from "@playwright/test";
import { sampleResume } from "@/lib/resumes/fixtures/sample-resume";
import type { Installation } from "../../scripts/testing/installation";
import { withClient } from "../../scripts/postgres/with-client";
import { at } from "./desks";
import type { Asker } from "./desks";
import { secretAddresses } from "./secret-addresses";

/** What the parameters of addresses are filled with. */
export type Places = {
  /** Address of the organisation. */
  organisation: string;
  organisationId: string;
  programmeId: string;
  /** A programme of the same consultant that has landed. */
  landedId: string;
  packageId: string;
  sponsorId: string;
  /** A contract of the company whose figures the sponsor's desk sees. */
  engagementId: string;
  /** A separation event with people who wait, and one of them. */
  separationId: string;
  listedId: string;
  /** The executive of the programme. */
  personId: string;
  roleId: string;
  /** The framework in use, a target role of the library, and the round of the programme that is over. */
  frameworkId: string;
  roleProfileId: string;
  roundId: string;
  /** By which due dates count, and a day in it that is closed. */
  calendarId: string;
  calendarDayId: string;
  /** A session of the programme, a kind of session, and who holds sessions. */
  sessionId: string;
  /** A promise to the executive of the programme. */
  clockId: string;
  sessionTypeId: string;
  policyId: string;
  consultantId: string;
  /** A field of the organisation's own. */
  fieldId: string;
  entryId: string;
  mailId: string;
  resumeId: string;
  importId: string;
  /** Of the executive's own search. */
  opportunityId: string;
  contactId: string;
  companyId: string;
  /** A requirement that is open. */
  requirementId: string;
  /** Of the library. */
  pointId: string;
  ownTechnologyId: string;
  /** Somebody whom the recruiter brought. */
  candidateId: string;
  /** Somebody is put forward. */
  submissionId: string;
  tailoredSubmissionId: string;
  tailoringBatchId: string;
  /** Of which something was sent that nobody has answered. */
  sentSubmissionId: string;
  sendTemplateId: string;
  /** Work of the administrator on many rows. */
  batchId: string;
  /** The secret ends of addresses: of a booking page, and of a guest's own page. */
  bookToken: string;
  visitToken: string;
};

const slug = "alder-quay";

const known = new Map<string, Promise<Places>>();

/** Places of the demo firm, with a resume that was read and an import that waits and work on many rows, which the demo does not have. Made once. */
export function demoPlaces(installation: Installation): Promise<Places> {
  const places = known.get(installation.url) ?? make(installation);
  known.set(installation.url, places);
  return places;
}

async function make({ url, appUrl }: Installation): Promise<Places> {
  const ids = await idsOfDemo(appUrl);
  const [executive, administrator] = await Promise.all([at("executive", url), at("administrator", url)]);
  const resumeId = await made(executive, "resumes/upload", {
    personId: ids.personId,
    fileId: await uploaded(executive, "Resume.docx", Buffer.from(await sampleResume())),
  });
  await expect
    .poll(async () => (await read(executive, `resumes/one?id=${resumeId}`))["status"], { timeout: 30_000 })
    .toBe("read");
  const importId = await made(administrator, "imports/create", {
    target: "people",
    fileId: await uploaded(administrator, "people.csv", Buffer.from("Name,E-mail\nIsolde Varga,isolde@example.com\n")),
  });
  // The executive has come already, so that nothing is sent to anybody.
  const batchId = await made(administrator, "batches/start", {
    ...{ list: "people.list", action: "people.resend", given: {}, expected: 1 },
    state: { only: [ids.personId] },
  });
  const secrets = await secretAddresses({ appUrl }, ids.organisationId);
  return { ...ids, ...secrets, organisation: slug, resumeId, importId, batchId };
}

/** Looks ids up as the application would: as its login, inside the organisation. */
function idsOfDemo(
  appUrl: string,
): Promise<Omit<Places, "organisation" | "resumeId" | "importId" | "batchId" | "bookToken" | "visitToken">> {
  return withClient(appUrl, async (client) => {
    const one = async (query: string, values: unknown[] = []): Promise<string> => {
      const { rows } = await client.query<{ found: string }>(query, values);
      if (!rows[0]) throw new Error(`The demo has nothing for: ${query}`);
      return rows[0].found;
    };
    await client.query("begin read only");
    await client.query("set local role landfall_identity");
    const organisationId = await one("select id as found from organisations where slug = $1", [slug]);
    await client.query("set local role none");
    await client.query("select set_config('app.organisation_id', $1, true)", [organisationId]);
    // The executive whose desk the demo offers was made first, and is looked after by the consultant whose desk it offers.
    const personId = await one(
      `select people.id as found from people
       join role_assignments on role_assignments.person_id = people.id
       join roles on roles.id = role_assignments.role_id and roles.key = 'executive'
       where people.status = 'active' and people.user_id is not null
       order by people.created_at, people.id limit 1`,
    );
    const places = {
      organisationId,
      personId,
      programmeId: await one("select id as found from programmes where executive_id = $1", [personId]),
      landedId: await one(
        `select programmes.id as found from programmes join landings on programme_id = programmes.id and fell_through_at is null
         where state = 'landed' and consultant_id = (select consultant_id from programmes where executive_id = $1)
         order by landings.accepted_on desc, programmes.id limit 1`,
        [personId],
      ),
      packageId: await one("select id as found from packages order by created_at, id limit 1"),
      sponsorId: await one("select sponsor_id as found from separation_events order by hand_over_on desc limit 1"),
      engagementId: await one(
        "select engagement_id as found from separation_events order by hand_over_on desc limit 1",
      ),
      separationId: await one("select id as found from separation_events order by hand_over_on desc limit 1"),
      listedId: await one("select id as found from separation_people where programme_id is null order by id limit 1"),
      roleId: await one("select id as found from roles where key = 'consultant'"),
      frameworkId: await one("select id as found from competency_frameworks order by number limit 1"),
      roleProfileId: await one("select id as found from role_profiles where programme_id is null order by id limit 1"),
      roundId: await one(
        "select competency_rounds.id as found from competency_rounds join programmes on programmes.id = programme_id where executive_id = $1",
        [personId],
      ),
      calendarId: await one("select id as found from business_calendars where is_default"),
      calendarDayId: await one(
        `select business_days.id as found from business_days join business_calendars on business_calendars.id = calendar_id
         where is_default order by from_on limit 1`,
      ),
      policyId: await one("select id as found from sla_policies order by id limit 1"),
      sessionTypeId: await one("select id as found from session_types order by created_at, id limit 1"),
      consultantId: await one("select consultant_id as found from programmes where executive_id = $1", [personId]),
      clockId: await one("select id as found from sla_clocks where person_id = $1 order by id limit 1", [personId]),
      sessionId: await one(
        `select session_id as found from session_attendees join programmes on programmes.id = programme_id
         where programmes.executive_id = $1 order by joined_at desc, session_id limit 1`,
        [personId],
      ),
      fieldId: await one("select id as found from custom_fields where entity = 'programme' order by position limit 1"),
      entryId: await one("select id as found from audit_entries order by at, id limit 1"),
      opportunityId: await one(
        "select id as found from opportunities where person_id = $1 and deleted_at is null order by created_at, id limit 1",
        [personId],
      ),
      contactId: await one(
        "select id as found from search_contacts where person_id = $1 and not private order by created_at, id limit 1",
        [personId],
      ),
      companyId: await one(
        "select id as found from search_companies where person_id = $1 order by created_at, id limit 1",
        [personId],
      ),
      requirementId: await one(
        "select id as found from requirements where status = 'open' order by created_at, id limit 1",
      ),
      pointId: await one("select id as found from library_points order by created_at, id limit 1"),
      ownTechnologyId: await one("select id as found from own_technologies order by created_at, id limit 1"),
      candidateId: await one("select person_id as found from candidates order by created_at, id limit 1"),
      submissionId: await one("select id as found from submissions order by created_at, id limit 1"),
      tailoredSubmissionId: await one("select submission_id as found from tailorings order by created_at, id limit 1"),
      tailoringBatchId: await one("select id as found from tailoring_batches order by created_at, id limit 1"),
      sentSubmissionId: await one(
        "select submission_id as found from resume_sends where answered_at is null order by sent_at, id limit 1",
      ),
      sendTemplateId: await one("select id as found from send_templates order by created_at, id limit 1"),
      mailId: await one("select id as found from mail_messages where deleted_at is null order by at, id limit 1"),
    };
    await client.query("commit");
    return places;
  });
}

/** Sends a file as the page's drop zone does, and gives its id. */
async function uploaded({ ask }: Asker, name: string, content: Buffer): Promise<string> {
  const response = await ask(`/api/files/${slug}`, {
    method: "POST",
    headers: { "x-file-name": name },
    body: new Uint8Array(content),
  });
  const answer = await response.text();
  if (response.status !== 201) throw new Error(`${name} was not taken: ${response.status} ${answer}`);
  return (JSON.parse(answer) as { fileId: string }).fileId;
}

/** Runs a command of the API that makes something, and gives its id. */
async function made({ ask }: Asker, operation: string, input: object): Promise<string> {
  const response = await ask(`/api/v1/${slug}/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  const { data } = (await response.json()) as {
    data?: { id?: string; importId?: string; batchId?: string };
  };
  const id = data?.id ?? data?.importId ?? data?.batchId;
  if (!id) throw new Error(`${operation} made nothing: ${response.status}`);
  return id;
}

async function read({ ask }: Asker, operation: string): Promise<Record<string, unknown>> {
  const response = await ask(`/api/v1/${slug}/${operation}`);
  return ((await response.json()) as { data?: Record<string, unknown> }).data ?? {};
}
