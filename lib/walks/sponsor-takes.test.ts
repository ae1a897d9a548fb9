import { and, eq, notInArray, sql } from "drizzle-orm";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { listExports } from "@/db/schema/exports";
import { mailMessages } from "@/db/schema/mail";
import { notifications } from "@/db/schema/platform";
import { people } from "@/db/schema/people";
import { startExport } from "@/lib/exports/commands";
import { exportFormats } from "@/lib/exports/formats";
import { runExport } from "@/lib/exports/run-export";
import { readBytes } from "@/lib/files/open-file";
import { deliverMail } from "@/lib/mail/deliver";
import { sendMail } from "@/lib/mail/send";
import { smtpStandIn, type SmtpStandIn } from "@/lib/mail/testing/smtp-stand-in";
import { smtpTransport } from "@/lib/mail/transports/smtp";
import { modules } from "@/lib/modules";
import { notificationKinds } from "@/lib/notifications/kinds";
import { may } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import { Refusal } from "@/lib/platform/refusal";
import { testWorld } from "@/lib/platform/testing/world";
import { giveConsent, withdrawConsent } from "@/lib/programmes/commands/consents";
import { sponsorReport } from "@/lib/programmes/queries/sponsor-report";
import { answer, mark, markEverything } from "@/lib/walks/testing/marks";

/*
 * Everything that a sponsor can take along or is sent, byte by byte: the file of every list in every format, unpacked, and every mail as
 * it leaves, headers and all. `sponsor-sees` reads the rest.
 */

const world = testWorld();
const consented = "Robin Executive";
let post: SmtpStandIn;

beforeAll(async () => {
  post = await smtpStandIn();
  const { north } = world;
  // The sponsor wants to hear of everything by mail.
  const kinds = await notificationKinds();
  const choices = Object.fromEntries(kinds.map(({ kind }) => [kind, { app: true, mail: true }]));
  await transaction({ organisationId: north.organisationId }, (tx) =>
    tx.update(people).set({ notificationChoices: choices }).where(eq(people.id, north.sponsorPersonId)),
  );
});
afterAll(() => post.close());

const sponsor = () => world.north.as("sponsor");
const lists = modules.flatMap((module) => module.lists);
const taken = lists.flatMap((list) => exportFormats.map((format) => [list.name, format, list] as const));

/** The bytes of a list as a file, and all that lies in it; what it was refused with where it is refused. */
async function fileOf(list: string, format: (typeof exportFormats)[number]): Promise<string> {
  const actor = await sponsor();
  try {
    const { output } = await execute(startExport, actor, { list, format, state: {} });
    const { organisationId } = world.north;
    expect((await runExport(organisationId, output.exportId)).status).toBe("done");
    const [made] = await transaction({ organisationId }, (tx) =>
      tx.select().from(listExports).where(eq(listExports.id, output.exportId)),
    );
    const { bytes, name } = await readBytes(actor, made!.fileId!);
    const plain = Buffer.from(bytes).toString("latin1") + Buffer.from(bytes).toString("utf8");
    const parts = format === "xlsx" ? Object.entries(unzipSync(Uint8Array.from(bytes))) : [];
    if (format === "xlsx") expect(parts.length).toBeGreaterThan(3);
    return [name, plain, ...parts.map(([part, content]) => `${part} ${Buffer.from(content).toString("utf8")}`)].join(
      "\n",
    );
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Sends what waits for the sponsor, and returns each mail as it arrived: headers, parts and attachments, decoded. */
async function mailsOf(): Promise<string[]> {
  const { organisationId, sponsorPersonId } = world.north;
  const due = await transaction({ organisationId }, (tx) =>
    tx
      .select({ id: mailMessages.id })
      .from(mailMessages)
      .where(and(eq(mailMessages.personId, sponsorPersonId), notInArray(mailMessages.status, ["sent"]))),
  );
  const from = post.received.length;
  for (const { id } of due)
    expect(await deliverMail(organisationId, id, smtpTransport({ url: post.url }))).toBe("sent");
  return post.received.slice(from).map(({ raw }) => decoded(raw));
}

/** A raw mail with its encodings undone, in quoted-printable, base64 and headers alike. */
function decoded(raw: string): string {
  const printable = raw
    .replace(/=\r?\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"));
  const blocks = [...raw.matchAll(/(?:^[A-Za-z0-9+/=]{40,}\r?\n)+/gm)].map(([block]) =>
    Buffer.from(block, "base64").toString("utf8"),
  );
  return [raw, printable, ...blocks].join("\n");
}

const exportMails = async () => {
  await fileOf("engagements.list", "csv").catch(() => "");
  return mailsOf();
};

describe("a sponsor", () => {
  beforeAll(async () => {
    expect((await markEverything(world.north)).length).toBeGreaterThan(100);
  });

  test.each(taken)("takes nothing along that is not the sponsor's: %s as %s", async (name, format) => {
    expect(await fileOf(name, format)).not.toContain(mark);
  });

  test("takes the own contracts along", async () => {
    const own = lists.filter(({ name }) => name.includes("engagements"));
    expect(own.length).toBeGreaterThan(0);
    const file = await fileOf(own[0]!.name, "xlsx");
    expect(file).toContain("xl/worksheets/");
  });

  test("is sent nothing of it, whatever the sponsor wants to hear of", async () => {
    const mails = await exportMails();
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) {
      expect(mail).toMatch(/^Subject: .+/m);
      expect(mail).toContain("text/html");
      expect(mail).not.toMatch(/Content-Disposition: attachment/i);
      expect(mail).not.toContain(mark);
    }
  });

  test("a mark in a mail would be found", async () => {
    const { organisationId, sponsorPersonId } = world.north;
    await execute(
      sendMail,
      { kind: "system", organisationId, cause: "walk" },
      {
        ...{ template: "notification" as const, to: { personId: sponsorPersonId }, key: "walk:mark" },
        variables: { text: `Grüße ${mark}.`, href: "/north" },
      },
    );
    expect((await mailsOf()).join("\n")).toContain(mark);
  });
});

describe("what an executive withdrew consent for", () => {
  const consent = () => ({ programmeId: world.north.programmeId, kind: "stage" as const });
  const pageOf = async () => answer(async () => ask(sponsorReport, await sponsor(), {}));
  const filesOf = async () => {
    const found: string[] = [];
    for (const [name, format, list] of taken)
      if (may(await sponsor(), list.permission)) found.push(await fileOf(name, format));
    return found.join("\n");
  };

  beforeAll(() => world.north.execute(giveConsent, "executive", consent()).catch(() => null));

  test("is on the sponsor's page until then", async () => {
    expect(await pageOf()).toContain(consented);
  });

  test("is gone from the next page, file and mail", async () => {
    await world.north.execute(withdrawConsent, "executive", consent());
    expect(await pageOf()).not.toContain(consented);
    expect(await filesOf()).not.toContain(consented);
    const mails = await mailsOf();
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.join("\n")).not.toContain(consented);
  });
});

describe("what others do", () => {
  const commands = modules.flatMap((module) => module.commands);

  test("no command of anybody writes to a sponsor but what the sponsor asked for", async () => {
    const { north } = world;
    const { organisationId, sponsorPersonId } = north;
    const actors = [
      await north.as("administrator"),
      await north.as("consultant"),
      await north.as("executive"),
      { kind: "system" as const, organisationId, cause: "walk" },
    ];
    class TakenBack extends Error {}
    const told: string[] = [];
    for (const command of commands)
      for (const actor of actors) {
        if (actor.kind === "person" && !may(actor, command.permission)) continue;
        await transaction({ organisationId }, async (tx) => {
          const before = await count(tx);
          await execute(command, actor, command.example(north), { join: tx }).catch(() => null);
          // What failed has ended the transaction: nothing of it was written.
          const after = await count(tx).catch(() => before);
          if (after > before) told.push(command.name);
          throw new TakenBack();
        }).catch((error: unknown) => {
          if (!(error instanceof TakenBack)) throw error;
        });
      }
    expect([...new Set(told)].filter((name) => !["mail.send", "people.invite", "exports.step"].includes(name))).toEqual(
      [],
    );

    async function count(tx: Parameters<Parameters<typeof transaction>[1]>[0]): Promise<number> {
      const { rows } = (await tx.execute(sql`
        select (select count(*) from ${mailMessages} where ${mailMessages.personId} = ${sponsorPersonId}::uuid)::int
             + (select count(*) from ${notifications} where ${notifications.personId} = ${sponsorPersonId}::uuid)::int as n`)) as unknown as {
        rows: [{ n: number }];
      };
      return rows[0].n;
    }
  }, 120_000);
});
