import { z } from "zod";
import { longestTechnology } from "@/lib/tailoring/points/points";

/*
 * What forms, actions, imports and the API accept for an organisation's own technologies. Safe for the browser; the messages are what the person reads.
 */

/** Technologies that an organisation adds at most, and further names of each. */
export const mostTechnologies = 2_000;
export const mostAliases = 40;
/** Years in which a technology can have begun. */
export const earliestYear = 1940;
export const latestYear = 2100;

const id = z.uuid("This is not a known record.");
export const TechnologyId = z.strictObject({ id });

/** A name as lists of names can hold it: with all signs but those that part names. */
const oneName = (missing: string) =>
  z
    .string()
    .transform((written) =>
      written
        .normalize("NFC")
        .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
        .trim(),
    )
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(longestTechnology, `A name is longer than ${longestTechnology} characters.`)
        .regex(/[\p{L}\p{N}]/u, "A name has at least one letter or digit.")
        .regex(/^[^,;，；]*$/u, "A name holds no comma or semicolon: they part names.")
        .regex(/^(?!.*[:：](?: |$))/u, "A name holds no colon: it parts a name from further ones.")
        .regex(/^(?![-–—*•·] )/u, "A name does not begin with a bullet.")
        .regex(/^(?!.*\(\d{4}\)$)/u, "A year in brackets is no part of a name. Give the year by itself."),
    );

export const TechnologyName = oneName("Name the technology.");
const aliases = z
  .array(oneName("A further name has at least one letter."))
  .max(mostAliases, `At most ${mostAliases} further names.`);
/** As a form holds it: empty where nobody knows. */
const since = z
  .string()
  .trim()
  .refine(
    (year) => year === "" || (/^\d{4}$/.test(year) && Number(year) >= earliestYear && Number(year) <= latestYear),
    `Write a year from ${earliestYear} on with four digits, or leave it empty.`,
  )
  .optional();

const fields = { name: TechnologyName, aliases: aliases.optional(), since };
export const AddTechnologyInput = z.strictObject(fields);
export const EditTechnologyInput = z.strictObject({ id, expectedVersion: z.int(), ...fields });

export const PasteTechnologiesInput = z.strictObject({
  text: z
    .string()
    .min(1, "Paste a technology or more.")
    .max(400_000, "This is more than can be pasted at once. Take it in parts."),
});
