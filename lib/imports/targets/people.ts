import "server-only";
import { importTarget } from "@/lib/imports/targets/import-target";
import { addPerson, removePerson } from "@/lib/people/commands/contacts";
import { emailKey, nameKey } from "@/lib/platform/keys";

/**
 * People whom the organisation knows: contacts with name, address and what they do. A row is the same person again by the mail address, and by the name where there is none.
 */
export const peopleTarget = importTarget({
  key: "people",
  permission: "people:write",
  entity: "person",
  fields: [
    {
      key: "name",
      required: true,
      example: "Vera Lindqvist",
      synonyms: ["full name", "contact", "contact name", "person", "name vorname", "nom", "naam"],
    },
    {
      key: "email",
      required: false,
      example: "vera@example.com",
      synonyms: ["mail", "mail address", "email address", "adresse email", "courriel"],
    },
    {
      key: "phone",
      required: false,
      example: "+41 44 000 00 00",
      synonyms: ["telephone", "phone number", "mobile", "mobile phone", "telefon", "tel"],
    },
    {
      key: "headline",
      required: false,
      example: "Chief operating officer",
      synonyms: ["job title", "title", "position", "role", "function", "occupation"],
    },
    {
      key: "location",
      required: false,
      example: "Zurich",
      synonyms: ["place", "city", "town", "ort", "ville", "residence"],
    },
  ],
  identity: (row) => (row.email ? `email ${emailKey(row.email)}` : `name ${nameKey(row.name ?? "")}`),
  create: addPerson,
  input: (row) => row,
  made: (output) => {
    const { personId, version } = output as { personId: string; version: number };
    return { id: personId, version };
  },
  remove: removePerson,
  removal: ({ id, version }) => ({ personId: id, expectedVersion: version }),
});
