import { z } from "zod";
import { exportFormats } from "@/lib/exports/formats";
import { mostRaters } from "@/lib/competencies/most-raters";
import { relations } from "@/lib/competencies/types";

/*
 * What forms, actions and the API accept. Safe for the browser; the messages are what the person reads.
 */

const id = z.uuid("This is not a known record.");
const text = (most: number, what: string) => z.string().trim().max(most, `${what} is longer than ${most} characters.`);
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/, "This is not a known competency.");

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const levelsGiven = z.record(key, level.nullable());
const words = text(4000, "The answer");

export const ProgrammeInput = z.strictObject({ programmeId: id });

/** Part of a rating, as it is filled in: what is there is kept, what is not stays as it was. */
export const SaveRatingInput = z.strictObject({
  programmeId: id,
  levels: levelsGiven.optional(),
  notes: z.record(key, text(2000, "The note")).optional(),
});

export const RaterInput = z.strictObject({
  name: text(120, "The name").min(1, "Say who is asked."),
  email: z
    .email("This is not a mail address. Check the part around the @.")
    .max(254, "The mail address is longer than 254 characters."),
  relation: z.enum(relations),
});

export const StartRoundInput = z.strictObject({
  programmeId: id,
  deadlineOn: z.iso.date("The last day is not a date."),
  raters: z
    .array(RaterInput)
    .min(3, "Ask at least three people: answers are shown only where three came.")
    .max(mostRaters, `Ask at most ${mostRaters} people.`)
    .superRefine((raters, context) => {
      const seen = new Set<string>();
      for (const [at, { email }] of raters.entries()) {
        const address = email.trim().toLowerCase();
        if (seen.has(address))
          context.addIssue({ code: "custom", path: [at, "email"], message: "This address is in the list twice." });
        seen.add(address);
      }
    }),
});
export type StartRoundInput = z.input<typeof StartRoundInput>;

export const AddRaterInput = RaterInput.extend({ roundId: id });
export const RoundId = z.strictObject({ roundId: id });

export const RaterId = z.strictObject({ raterId: id });
export const SaveFeedbackInput = z.strictObject({
  raterId: id,
  levels: levelsGiven.optional(),
  keep: words.optional(),
  change: words.optional(),
});

const requirements = z
  .record(key, z.strictObject({ level: z.int().min(1).max(5), importance: z.int().min(1).max(3) }))
  .refine((given) => Object.keys(given).length > 0, "Choose at least one competency that the role asks for.");
const roleName = text(120, "The name").min(1, "Give the role a name.");

export const SaveRoleInput = z.strictObject({
  id: id.optional(),
  expectedVersion: z.int().optional(),
  name: roleName,
  requirements,
});
export const RoleId = z.strictObject({ id });
export const ChooseTargetInput = z.strictObject({ programmeId: id, roleProfileId: id });
export const WriteTargetInput = z.strictObject({
  programmeId: id,
  /** Of the programme's own role; left out where it has none yet. */
  expectedVersion: z.int().optional(),
  name: roleName,
  requirements,
});

export const FrameworkId = z.strictObject({ id });
export const CompetencyId = z.strictObject({ id });
export const PublishInput = z.strictObject({ id, changes: text(2000, "The description") });

const sentence = text(400, "The description").min(1, "Describe what one sees at this level.");
const competencyFields = {
  cluster: text(80, "The cluster").min(1, "Say to which cluster it belongs."),
  name: text(80, "The name").min(1, "Give the competency a name."),
  description: text(400, "The description"),
  level1: sentence,
  level2: sentence,
  level3: sentence,
  level4: sentence,
  level5: sentence,
};
export const AddCompetencyInput = z.strictObject({ frameworkId: id, ...competencyFields });
export const EditCompetencyInput = z.strictObject({ id, expectedVersion: z.int(), ...competencyFields });

export const LevelsFileInput = z.strictObject({
  programmeId: id,
  format: z.enum(exportFormats, "Choose CSV or Excel."),
});

export const CompareInput = z.strictObject({ beforeId: id, afterId: id });
