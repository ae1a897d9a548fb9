import "server-only";
import { importTarget } from "@/lib/imports/targets/import-target";
import { addContact, addContacts, removeImportedContact } from "@/lib/job-search/commands/contacts";
import { readConnectedOn } from "@/lib/job-search/rules/connected-on";
import { emailKey, nameKey } from "@/lib/platform/keys";

const nameOf = (row: Record<string, string>): string =>
  row.name || [row.firstName, row.lastName].filter(Boolean).join(" ");

const contactIn = (row: Record<string, string>) => ({
  name: nameOf(row),
  email: row.email ?? "",
  phone: row.phone ?? "",
  companyName: row.companyName ?? "",
  role: row.role ?? "",
  connectedOn: readConnectedOn(row.connectedOn ?? ""),
});

/**
 * A person's own contacts, from any table and from the export of a professional network, which parts the name in two. A row is
 * the same contact again by the mail address, and by name and company where there is none; of each person on their own.
 */
export const contactsTarget = importTarget({
  key: "contacts",
  permission: "job-search:write",
  fields: [
    { key: "name", required: false, example: "Vera Lindqvist", synonyms: ["full name", "contact", "contact name"] },
    { key: "firstName", required: false, example: "Vera", synonyms: ["first name", "given name", "vorname", "prénom"] },
    {
      key: "lastName",
      required: false,
      example: "Lindqvist",
      synonyms: ["last name", "surname", "family name", "nachname"],
    },
    {
      key: "email",
      required: false,
      example: "vera@example.com",
      synonyms: ["mail", "email address", "e-mail address", "mail address"],
    },
    { key: "phone", required: false, example: "+41 44 000 00 00", synonyms: ["telephone", "phone number", "mobile"] },
    {
      key: "companyName",
      required: false,
      example: "Port of Sande",
      synonyms: ["company", "organisation", "organization", "employer", "firma"],
    },
    {
      key: "role",
      required: false,
      example: "Harbour master",
      synonyms: ["position", "job title", "title", "function"],
    },
    { key: "connectedOn", required: false, example: "2024-03-05", synonyms: ["connected on", "connected"] },
  ],
  identity: (row, { by }) =>
    `${by ?? ""} ${row.email ? `email ${emailKey(row.email)}` : `name ${nameKey(`${nameOf(row)} / ${row.companyName ?? ""}`)}`}`,
  create: addContact,
  input: (row, { by }) => ({ personId: by ?? "", ...contactIn(row) }),
  made: (output) => output as { id: string; version: number },
  many: {
    create: addContacts,
    input: (rows, { by }) => ({ personId: by ?? "", contacts: rows.map(contactIn) }),
    made: (output) => (output as { contacts: Array<{ id: string; version: number }> }).contacts,
  },
  remove: removeImportedContact,
  removal: ({ id, version }) => ({ id, expectedVersion: version }),
});
