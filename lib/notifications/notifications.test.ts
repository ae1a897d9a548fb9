import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { transaction } from "@/db/client";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { oneMail } from "@/lib/mail/queries";
import { chooseChannels, markAllNotificationsRead, markNotificationsRead } from "@/lib/notifications/commands";
import { latestNotifications, notificationChoices, notificationList } from "@/lib/notifications/queries";
import { notify, type Notice } from "@/lib/notifications/notify";
import type { SystemActor } from "@/lib/platform/actor";
import { askTogether, execute } from "@/lib/platform/execute";
import { closeLive, subscribe, type News } from "@/lib/platform/live";
import { readList } from "@/lib/platform/list";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
afterAll(closeLive);

/** What another module's command does. */
const tell = (notice: Notice, fail = false) => {
  const telling = command({
    name: "people.tell",
    permission: "people:write",
    input: z.strictObject({}),
    example: () => ({}),
    async run(context) {
      await notify(context, notice);
      if (fail) throw new Refusal("state", "Changed my mind.");
      return null;
    },
  });
  const actor: SystemActor = { kind: "system", organisationId: world.north.organisationId, cause: "test" };
  return execute(telling, actor, {});
};

const notice = (more: Partial<Notice> = {}): Notice => ({
  personIds: [world.north.consultantId],
  kind: "programmes.accepted",
  data: { executive: "Ragnhild Thorvaldsen" },
  href: `/programmes/${world.north.programmeId}`,
  dedupeKey: `test/${Math.random()}`,
  ...more,
});

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

const choose = (personId: string, kind: string, channels: { app: boolean; mail: boolean }) =>
  inNorth((tx) =>
    tx
      .update(people)
      .set({ notificationChoices: { [kind]: channels } })
      .where(eq(people.id, personId)),
  );

const mailsOf = (personId: string) =>
  inNorth((tx) => tx.select().from(mailMessages).where(eq(mailMessages.personId, personId)));

describe("a notification", () => {
  it("reaches its person, with words, once per cause", async () => {
    const cause = notice();
    await tell(cause);
    await tell(cause);
    const { unread, latest } = await world.north.ask(latestNotifications, "consultant", {});
    const shown = latest.filter(({ href, kind }) => href === cause.href && kind === cause.kind);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ text: "Ragnhild Thorvaldsen accepted the invitation.", read: false });
    expect(unread).toBeGreaterThanOrEqual(1);
    expect((await world.north.ask(latestNotifications, "executive", {})).latest).toEqual([]);
  });

  it("goes by mail, in the app, or both, as the person chose for its kind", async () => {
    const executive = world.north.executiveId;
    const before = (await mailsOf(executive)).length;
    await choose(executive, "programmes.accepted", { app: false, mail: true });
    const cause = notice({ personIds: [executive] });
    await tell(cause);
    await tell(cause);
    const rows = await inNorth((tx) =>
      tx.select().from(notifications).where(eq(notifications.dedupeKey, cause.dedupeKey)),
    );
    expect(rows).toHaveLength(0);
    const mails = await mailsOf(executive);
    expect(mails).toHaveLength(before + 1);
    const mail = mails.find(({ idempotencyKey }) => idempotencyKey.includes(cause.dedupeKey))!;
    const { text } = await world.north.ask(oneMail, "administrator", { mailId: mail.id });
    expect(text).toContain("Ragnhild Thorvaldsen accepted the invitation.");
    expect(text).toContain(`/north/programmes/${world.north.programmeId}`);
    await choose(executive, "programmes.accepted", { app: false, mail: false });
    await tell(notice({ personIds: [executive] }));
    expect(await mailsOf(executive)).toHaveLength(before + 1);
  });

  it("can have a mail of its own", async () => {
    await choose(world.north.executiveId, "programmes.task-due", { app: true, mail: true });
    const cause = notice({
      personIds: [world.north.executiveId],
      kind: "programmes.task-due",
      data: { title: "Call Ana", when: "today" },
      mail: () => ({
        template: "task-due",
        variables: { taskTitle: "Call Ana", dueOn: "2026-11-21", daysLeft: 0, href: "/north/programme" },
      }),
    });
    await tell(cause);
    const mail = (await mailsOf(world.north.executiveId)).find(({ idempotencyKey }) =>
      idempotencyKey.includes(cause.dedupeKey),
    );
    expect(mail).toMatchObject({ templateKey: "task-due", subject: "Due today: Call Ana" });
  });

  it("is gone with the change that caused it, and its mail too", async () => {
    await choose(world.north.executiveId, "programmes.accepted", { app: true, mail: true });
    const cause = notice({ personIds: [world.north.executiveId] });
    await refusalOf(tell(cause, true));
    const rows = await inNorth((tx) =>
      tx.select().from(notifications).where(eq(notifications.dedupeKey, cause.dedupeKey)),
    );
    expect(rows).toHaveLength(0);
    const mails = await mailsOf(world.north.executiveId);
    expect(mails.filter(({ idempotencyKey }) => idempotencyKey.includes(cause.dedupeKey))).toHaveLength(0);
  });

  it("does not reach who is deactivated or in another organisation", async () => {
    const other = world.north.otherConsultantId;
    await inNorth((tx) => tx.update(people).set({ status: "deactivated" }).where(eq(people.id, other)));
    const cause = notice({ personIds: [other, world.south.consultantId] });
    await tell(cause);
    const rows = await inNorth((tx) =>
      tx.select().from(notifications).where(eq(notifications.dedupeKey, cause.dedupeKey)),
    );
    expect(rows).toHaveLength(0);
    await inNorth((tx) => tx.update(people).set({ status: "active" }).where(eq(people.id, other)));
  });

  it("of a kind that nobody has words for any more says so plainly", async () => {
    await tell(notice({ kind: "programmes.of-a-later-release", data: {} }));
    const { latest } = await world.north.ask(latestNotifications, "consultant", {});
    expect(latest[0]!.text).toBe("There is news for you.");
  });
});

describe("reading", () => {
  it("marks one, then all, and only one's own", async () => {
    await tell(notice());
    await tell(notice());
    const before = await world.north.ask(latestNotifications, "consultant", {});
    const first = before.latest.find(({ read }) => !read)!;
    await world.north.execute(markNotificationsRead, "consultant", { ids: [first.id] });
    const between = await world.north.ask(latestNotifications, "consultant", {});
    expect(between.unread).toBe(before.unread - 1);
    const foreign = await refusalOf(world.north.execute(markNotificationsRead, "executive", { ids: [first.id] }));
    expect(foreign.code).toBe("not_found");
    await refusalOf(world.south.execute(markNotificationsRead, "consultant", { ids: [first.id] }));
    await world.north.execute(markAllNotificationsRead, "consultant", {});
    expect((await world.north.ask(latestNotifications, "consultant", {})).unread).toBe(0);
  });

  it("lists all of one's own, newest first, unread alone when asked", async () => {
    await tell(notice());
    const actor = await world.north.as("consultant");
    const page = await askTogether(actor, (context) => readList(context, notificationList, {}));
    expect(page.rows.length).toBeGreaterThan(1);
    const at = page.rows.map(({ cells }) => new Date(String(cells.at)).getTime());
    expect(at).toEqual([...at].sort((a, b) => b - a));
    const unread = await askTogether(actor, (context) =>
      readList(context, notificationList, { filters: { read: "no" } }),
    );
    expect(unread.rows).toHaveLength(1);
  });
});

describe("choices", () => {
  it("are refused for a kind that no module declares", async () => {
    const refused = await refusalOf(
      world.north.execute(chooseChannels, "consultant", { kind: "no.such", channels: { app: true, mail: true } }),
    );
    expect(refused).toMatchObject({ code: "invalid", details: { field: "kind" } });
  });

  it("are kept by kind and taken back to what is usual", async () => {
    const [kind] = await world.north.ask(notificationChoices, "consultant", {});
    if (!kind) return expect(await world.north.ask(notificationChoices, "consultant", {})).toEqual([]);
    await world.north.execute(chooseChannels, "consultant", { kind: kind.kind, channels: { app: false, mail: true } });
    const chosen = (await world.north.ask(notificationChoices, "consultant", {})).find((one) => one.kind === kind.kind);
    expect(chosen?.chosen).toEqual({ app: false, mail: true });
    await world.north.execute(chooseChannels, "consultant", { kind: kind.kind, channels: null });
    const usual = (await world.north.ask(notificationChoices, "consultant", {})).find((one) => one.kind === kind.kind);
    expect(usual?.chosen).toBeNull();
  });
});

describe("live news", () => {
  it("reach the person's pages when the change commits, say no content, and nobody else", async () => {
    const heard: Array<News | null> = [];
    const elsewhere: Array<News | null> = [];
    const { organisationId, consultantId, executiveId } = world.north;
    const stop = await subscribe([{ organisationId, personId: consultantId }], (news) => heard.push(news));
    await subscribe(
      [
        { organisationId, personId: executiveId },
        { organisationId: world.south.organisationId, personId: world.south.consultantId },
      ],
      (news) => elsewhere.push(news),
    );
    await refusalOf(tell(notice(), true));
    await tell(notice());
    await expect.poll(() => heard).toEqual([{ organisationId, personId: consultantId, topic: "notifications" }]);
    expect(elsewhere).toEqual([]);
    stop();
    await tell(notice());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toHaveLength(1);
  });

  it("go on after the listening connection was cut, and tell everybody to look again", async () => {
    const heard: Array<News | null> = [];
    const { organisationId, consultantId } = world.north;
    await subscribe([{ organisationId, personId: consultantId }], (news) => heard.push(news));
    await inNorth((tx) =>
      tx.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen landfall_news' and pid <> pg_backend_pid()",
      ),
    );
    await expect.poll(() => heard, { timeout: 5000 }).toContain(null);
    await tell(notice());
    await expect.poll(() => heard.filter(Boolean)).toHaveLength(1);
  });
});
