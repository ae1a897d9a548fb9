import { z } from "zod";
import { EmailAddress, PersonName } from "@/lib/identity/schemas";
import { WorkFacts } from "@/lib/people/schemas";

/*
 * The forms' side of the inputs: a field that was left empty is an empty text here and nothing in the command.
 */

const text = (most: number) => z.string().trim().max(most, `Please use at most ${most} characters.`);

const facts = { name: PersonName, phone: text(40), headline: text(160), location: text(120) };

export const AddPersonForm = z.strictObject({
  ...facts,
  email: z.string().refine((email) => email.trim() === "" || EmailAddress.safeParse(email).success, {
    message: "Please enter an e-mail address like name@company.com.",
  }),
});

export const EditPersonForm = AddPersonForm.extend({
  ...WorkFacts,
  personId: z.string(),
  expectedVersion: z.number(),
});

const roleKeys = z.array(z.string()).min(1, "Please choose at least one role.");

export const InviteForm = z.strictObject({
  name: PersonName,
  email: EmailAddress,
  roleKeys,
  phone: text(40),
  headline: text(160),
});

export const InviteKnownForm = z.strictObject({ personId: z.string(), roleKeys });

export const RolesForm = z.strictObject({ personId: z.string(), roleKeys, expectedVersion: z.number() });

export const ProfileForm = z.strictObject({
  ...facts,
  calledName: text(60),
  pronouns: text(40),
  locale: z.string(),
  timeZone: z.string(),
  ...WorkFacts,
  expectedVersion: z.number(),
});

export const UpdateRoleForm = z.strictObject({
  roleId: z.string(),
  name: z.string().trim().min(1, "Please name the role.").max(60, "Please use at most 60 characters."),
  description: text(300),
  grants: z.record(z.string(), z.array(z.string())),
  expectedVersion: z.number(),
});

const teamName = z.string().trim().min(1, "Please name the team.").max(80, "Please use at most 80 characters.");

export const AddTeamForm = z.strictObject({ name: teamName });

export const RenameTeamForm = z.strictObject({ teamId: z.string(), name: teamName, expectedVersion: z.number() });
