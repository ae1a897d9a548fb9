import Holidays from "date-holidays";
import { currencyChoices, languageChoices, localeChoices, timeZoneChoices } from "@/lib/platform/place-choices";
import type { Installation } from "../../scripts/testing/installation";
import { withClient } from "../../scripts/postgres/with-client";
import type { Places } from "./demo-places";
import { at } from "./desks";

/** What the API says of records whose text is sealed in the tables, or put into words in the language of who reads. */
const spoken = ({
  programmeId,
  resumeId,
  requirementId,
  candidateId,
  submissionId,
}: Places): Record<string, string[]> => ({
  consultant: [
    "notifications/latest",
    "notifications/page",
    "notifications/choices",
    `messages/thread?programmeId=${programmeId}`,
    "messages/inbox",
    "mail/preview?template=invitation",
    `notes/of?programmeId=${programmeId}`,
    `competencies/overview?programmeId=${programmeId}`,
  ],
  executive: ["notifications/latest", `resumes/one?id=${resumeId}`],
  recruiter: [
    `tailoring/requirement?id=${requirementId}`,
    `tailoring/candidate?id=${candidateId}`,
    `tailoring/submission?id=${submissionId}`,
    `tailoring/sendsOf?id=${submissionId}`,
    `tailoring/tailoring?submissionId=${submissionId}`,
  ],
  administrator: ["notifications/latest"],
});

/**
 * Every text that people and records of the demo firm hold: all that stands in the rows of its tables, what is sealed
 * there, and the names that this runtime has for languages, currencies, zones and public holidays.
 */
export async function wordsOfDemo({ url, appUrl }: Installation, places: Places): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  gather(words, [...localeChoices("en-GB"), ...languageChoices("en-GB"), ...currencyChoices("en-GB")]);
  gather(words, [...timeZoneChoices(), ...placesWithHolidays(), ...holidays(), ...languageNames()]);
  for (const [desk, operations] of Object.entries(spoken(places))) {
    const { ask } = await at(desk, url);
    for (const operation of operations) {
      const response = await ask(`/api/v1/${places.organisation}/${operation}`);
      if (!response.ok) throw new Error(`${operation} says ${response.status} to the ${desk}.`);
      gather(words, await response.json());
    }
  }
  await withClient(appUrl, async (client) => {
    await client.query("begin read only");
    await client.query("set local role landfall_identity");
    gather(words, (await client.query("select name, slug from organisations")).rows);
    const accounts = await client.query<{ name: string; email: string }>("select name, email from users");
    gather(words, accounts.rows);
    await client.query("set local role none");
    await client.query("select set_config('app.organisation_id', $1, true)", [places.organisationId]);
    const tables = await client.query<{ tablename: string }>(
      "select tablename from pg_policies where policyname = 'wall' and tablename not in ('outbox', 'search_documents')",
    );
    for (const { tablename } of tables.rows) {
      const table = client.escapeIdentifier(tablename);
      gather(words, (await client.query(`select to_jsonb(${table}) as row from ${table}`)).rows);
    }
    await client.query("commit");
    // Where a comment addresses somebody, the page sets the name apart.
    for (const { name } of accounts.rows)
      for (const text of [...words].filter((each) => each.includes(`@${name}`)))
        gather(words, [`@${name}`, ...text.split(`@${name}`)]);
  });
  return words;
}

/** What this runtime calls languages: every code of two letters that has a name. */
function languageNames(): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const names = new Intl.DisplayNames(["en-GB"], { type: "language", fallback: "none" });
  return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second) ?? []));
}

/** Countries and their regions, as the settings offer them. */
function placesWithHolidays(): string[] {
  const source = new Holidays();
  const names = new Intl.DisplayNames(["en-GB"], { type: "region", fallback: "none" });
  return Object.entries(source.getCountries("en")).flatMap(([country, name]) => [
    names.of(country) ?? name,
    ...Object.values(source.getStates(country, "en") ?? {}),
  ]);
}

/** Public holidays of the demo's place in the years around now. */
function holidays(): string[] {
  const source = new Holidays("CH");
  const year = new Date().getFullYear();
  return [year - 1, year, year + 1].flatMap((one) => source.getHolidays(one, "en").map(({ name }) => name));
}

function gather(words: Set<string>, value: unknown): void {
  if (typeof value === "string") {
    for (const line of [value, ...value.split("\n")]) words.add(line.trim());
  } else if (value && typeof value === "object") for (const inner of Object.values(value)) gather(words, inner);
}
