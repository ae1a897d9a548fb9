import { z } from "zod";
import { EmailAddress, PersonName } from "@/lib/identity/schemas";
import { Locale, TimeZone } from "@/lib/platform/places";
import { isPermission, permissions } from "@/lib/platform/permissions";

const short = (most: number) => z.string().trim().max(most, `Please use at most ${most} characters.`);

/** A text that may be left out; empty counts as left out. */
const optional = (most: number) =>
  short(most)
    .nullish()
    .transform((text) => (text ? text : null));

export const PersonId = z.strictObject({ personId: z.uuid() });
export const Version = z.coerce.number().int().min(1);

/** Which roles a person holds, by key. */
export const RoleKeys = z
  .array(z.string().min(1).max(60))
  .max(30)
  .transform((keys) => [...new Set(keys)]);
const AtLeastOneRole = RoleKeys.refine((keys) => keys.length > 0, "Please choose at least one role.");

/** Languages as two small letters each, ISO 639. */
export const Languages = z
  .array(z.string().regex(/^[a-z]{2}$/, "Write a language as two letters, such as de."))
  .max(20);

/** What a consultant works in. Left out: as it is. */
export const WorkFacts = {
  languages: Languages.optional(),
  industries: z.array(short(80).min(1, "Name the industry.")).max(20, "Name at most 20 industries.").optional(),
};

export const PersonFacts = {
  name: PersonName,
  phone: optional(40),
  headline: optional(160),
  location: optional(120),
};

export const AddPersonInput = z.strictObject({
  ...PersonFacts,
  email: z.union([z.literal("").transform(() => null), EmailAddress, z.null()]).optional(),
});

export const UpdatePersonInput = AddPersonInput.extend({
  personId: z.uuid(),
  expectedVersion: Version,
  ...WorkFacts,
});

export const ProfileInput = z.strictObject({
  ...PersonFacts,
  calledName: optional(60),
  pronouns: optional(40),
  locale: z.union([z.literal("").transform(() => null), Locale, z.null()]),
  timeZone: z.union([z.literal("").transform(() => null), TimeZone, z.null()]),
  ...WorkFacts,
  expectedVersion: Version,
});

export const DeactivateInput = z.strictObject({ personId: z.uuid(), expectedVersion: Version });

export const RemovePersonInput = z.strictObject({ personId: z.uuid(), expectedVersion: Version });

/** What the mail of an invitation to a programme says beside the link. */
export const ProgrammeLetter = z.strictObject({ consultantName: z.string().max(120), note: short(2000).optional() });

export const InviteInput = z.strictObject({
  name: PersonName,
  email: EmailAddress,
  roleKeys: AtLeastOneRole,
  phone: optional(40),
  headline: optional(160),
  location: optional(120),
  languages: Languages.optional(),
  /** Given when the invitation is to a programme: the mail is another one. */
  letter: ProgrammeLetter.optional(),
});

export const InviteKnownInput = z.strictObject({ personId: z.uuid(), roleKeys: AtLeastOneRole });

export const ChangeRolesInput = z.strictObject({
  personId: z.uuid(),
  roleKeys: AtLeastOneRole,
  expectedVersion: Version,
});

export const GrantRoleInput = z.strictObject({ personId: z.uuid(), roleKey: z.string().min(1).max(60) });

export const ConnectAccountInput = z.strictObject({ personId: z.uuid(), userId: z.uuid() });

export const AddMemberInput = z.strictObject({
  name: PersonName,
  email: EmailAddress,
  userId: z.uuid(),
  roleKeys: AtLeastOneRole,
  calledName: optional(60),
  pronouns: optional(40),
  phone: optional(40),
  headline: optional(160),
  location: optional(120),
  timeZone: z.string().nullish(),
});

/** A permission matrix: only permissions and scopes that exist. */
export const GrantsInput = z.record(z.string(), z.array(z.string())).superRefine((grants, context) => {
  for (const [name, scopes] of Object.entries(grants)) {
    const known: readonly string[] = isPermission(name) ? permissions[name].scopes : [];
    if (known.length === 0)
      context.addIssue({ code: "custom", path: [name], message: `There is no permission “${name}”.` });
    else if (scopes.some((scope) => !known.includes(scope)))
      context.addIssue({ code: "custom", path: [name], message: `“${name}” does not reach that far.` });
  }
});

const RoleName = z.string().trim().min(1, "Please name the role.").max(60, "Please use at most 60 characters.");

export const CopyRoleInput = z.strictObject({ roleId: z.uuid(), name: RoleName });
export const UpdateRoleInput = z.strictObject({
  roleId: z.uuid(),
  name: RoleName,
  description: short(300),
  grants: GrantsInput,
  expectedVersion: Version,
});
export const RoleIdInput = z.strictObject({ roleId: z.uuid(), expectedVersion: Version });

export const TeamName = z.string().trim().min(1, "Please name the team.").max(80, "Please use at most 80 characters.");
export const AddTeamInput = z.strictObject({ name: TeamName });
export const RenameTeamInput = z.strictObject({ teamId: z.uuid(), name: TeamName, expectedVersion: Version });
export const TeamIdInput = z.strictObject({ teamId: z.uuid(), expectedVersion: Version });
export const TeamMemberInput = z.strictObject({ teamId: z.uuid(), personId: z.uuid(), lead: z.boolean().optional() });
