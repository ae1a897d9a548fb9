import "server-only";
import { eq } from "drizzle-orm";
import { separationEvents } from "@/db/schema/sponsors";
import { importTarget } from "@/lib/imports/targets/import-target";
import { emailKey, nameKey } from "@/lib/platform/keys";
import { listFromFile, unlistPerson } from "@/lib/sponsors/commands/separations";

/** What a file says of somebody who is let go. */
export const personOfFile = [
  {
    ...{ key: "name", required: true, example: "Marlene Oduya" },
    synonyms: ["full name", "employee", "person", "name vorname", "nom", "naam"],
  },
  {
    ...{ key: "email", required: true, example: "marlene@example.com" },
    synonyms: ["mail", "mail address", "email address", "private email", "adresse email", "courriel"],
  },
  {
    ...{ key: "lastRole", required: false, example: "Head of Logistics" },
    synonyms: ["role", "job title", "title", "position", "function", "last role"],
  },
  {
    ...{ key: "noticeOn", required: false, example: "2026-12-01" },
    synonyms: ["notice", "notice date", "date of notice", "told on", "notice on"],
  },
  {
    ...{ key: "consultant", required: false, example: "judith@example.com" },
    synonyms: ["coach", "adviser", "career consultant", "berater"],
  },
  {
    ...{ key: "place", required: false, example: "Ghent" },
    synonyms: ["location", "city", "site", "ort", "ville"],
  },
  {
    ...{ key: "language", required: false, example: "nl" },
    synonyms: ["lang", "sprache", "langue", "taal"],
  },
] as const;

/** The list of a separation event. Nobody on it is written to before they are invited; the same address again is the same person. */
export const separationTarget = importTarget({
  key: "separation",
  permission: "separations:write",
  fields: [
    ...personOfFile,
    {
      ...{ key: "event", required: true, example: "Ghent works, December" },
      synonyms: ["separation", "separation event", "wave", "restructuring"],
    },
  ],
  within: {
    entity: "separation",
    field: "event",
    async name(tx, id) {
      const [event] = await tx
        .select({ name: separationEvents.name })
        .from(separationEvents)
        .where(eq(separationEvents.id, id));
      return event?.name ?? null;
    },
  },
  identity: ({ email, event }, { within }) =>
    `event ${event || !within ? nameKey(event ?? "") : within} email ${emailKey(email ?? "")}`,
  create: listFromFile,
  input: (row, { within }) => (within ? { ...row, separationEventId: within } : row),
  made: (output) => output as { id: string; version: number },
  remove: unlistPerson,
  removal: ({ id, version }) => ({ id, expectedVersion: version }),
});
