import "server-only";
import { and, eq, isNull, like } from "drizzle-orm";
import { z } from "zod";
import { fileContents, files } from "@/db/schema/files";
import { lockPerson, updatePerson, type Person } from "@/lib/people/load";
import { ProfileInput } from "@/lib/people/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { nameKey } from "@/lib/platform/keys";
import { command, query, type CommandContext, type QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { people } from "@/db/schema/people";

export type OwnProfile = Pick<
  Person,
  | "id"
  | "version"
  | "name"
  | "calledName"
  | "pronouns"
  | "email"
  | "phone"
  | "headline"
  | "location"
  | "locale"
  | "timeZone"
  | "photoFileId"
  | "languages"
  | "industries"
>;

/** What stands on the own profile in this organisation. */
export const ownProfile = query({
  name: "profile.get",
  permission: "profile:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<OwnProfile> {
    const [person] = await context.tx
      .select({
        id: people.id,
        version: people.version,
        name: people.name,
        calledName: people.calledName,
        pronouns: people.pronouns,
        email: people.email,
        phone: people.phone,
        headline: people.headline,
        location: people.location,
        locale: people.locale,
        timeZone: people.timeZone,
        photoFileId: people.photoFileId,
        languages: people.languages,
        industries: people.industries,
      })
      .from(people)
      .where(eq(people.id, self(context)));
    if (!person) throw notFound("your profile");
    return person;
  },
});

/** Name, how one wants to be called, place, language and zone: as others in this organisation see one. */
export const updateProfile = command({
  name: "profile.update",
  permission: "profile:write",
  input: ProfileInput,
  example: () => ({
    name: "Robin Administrator",
    calledName: "Robin",
    pronouns: "they/them",
    phone: "+41 44 555 01 02",
    headline: "Runs the office",
    location: "Zürich",
    locale: "en-GB",
    timeZone: "Europe/Zurich",
    expectedVersion: 1,
  }),
  async run(context, { expectedVersion, ...facts }): Promise<{ version: number }> {
    const before = await lockPerson(context.tx, self(context));
    assertVersion(before, expectedVersion, "your profile");
    const after = await updatePerson(context, before, { ...facts, nameKey: nameKey(facts.name) });
    return { version: after.version };
  },
});

/** The own photo: a picture that one uploaded, or none. */
export const choosePhoto = command({
  name: "profile.choosePhoto",
  permission: "profile:write",
  input: z.strictObject({ fileId: z.uuid().nullable() }),
  example: () => ({ fileId: null }),
  async run(context, { fileId }): Promise<{ fileId: string | null }> {
    const personId = self(context);
    if (fileId) {
      const [picture] = await context.tx
        .select({ id: files.id })
        .from(files)
        .innerJoin(fileContents, eq(fileContents.id, files.contentId))
        .where(
          and(
            eq(files.id, fileId),
            eq(files.uploadedByPersonId, personId),
            like(fileContents.mediaType, "image/%"),
            isNull(files.deletedAt),
          ),
        );
      if (!picture) throw new Refusal("invalid", "Please choose a picture (JPEG, PNG or WebP).", "fileId");
    }
    await updatePerson(context, await lockPerson(context.tx, personId), { photoFileId: fileId });
    return { fileId };
  },
});

/** Puts a checklist or a hint away for good. */
export const dismissHint = command({
  name: "profile.dismissHint",
  permission: "profile:write",
  input: z.strictObject({ hint: z.string().regex(/^[a-z][a-z.-]{0,59}$/, "This hint is not known.") }),
  example: () => ({ hint: "first-steps" }),
  async run(context, { hint }): Promise<{ hint: string }> {
    const before = await lockPerson(context.tx, self(context));
    if (!before.dismissed.includes(hint))
      await updatePerson(context, before, { dismissed: [...before.dismissed, hint].slice(-100) });
    return { hint };
  },
});

function self({ actor }: Pick<CommandContext | QueryContext, "actor">): string {
  const personId = personIdOf(actor);
  if (!personId) throw new Refusal("forbidden", "Only a person has a profile.");
  return personId;
}
