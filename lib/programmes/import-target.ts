import "server-only";
import { importTarget } from "@/lib/imports/targets/import-target";
import { emailKey } from "@/lib/platform/keys";
import { inviteFromFile } from "@/lib/programmes/commands/invite-many";
import { takeBackInvitation } from "@/lib/programmes/commands/invite";
import { personOfFile } from "@/lib/sponsors/import-target";

/** Executives to invite at once, each with a contract or a package. A row is the same person again by the mail address. */
export const executivesTarget = importTarget({
  key: "executives",
  permission: "programmes:invite",
  fields: [
    ...personOfFile,
    {
      ...{ key: "engagement", required: false, example: "CP-2026-04" },
      synonyms: ["contract", "contract number", "order", "order number", "vertrag", "contrat"],
    },
    {
      ...{ key: "package", required: false, example: "Executive, 6 months" },
      synonyms: ["programme", "program", "paket", "service"],
    },
  ],
  identity: ({ email }) => `email ${emailKey(email ?? "")}`,
  create: inviteFromFile,
  input: (row) => row,
  made: (output) => output as { id: string; version: number },
  remove: takeBackInvitation,
  removal: ({ id, version }) => ({ id, expectedVersion: version }),
});
