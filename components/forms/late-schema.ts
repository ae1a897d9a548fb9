import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

/**
 * Fetches the schema of a form: `() => import("@/lib/notes/schemas").then((module) => module.WriteNoteInput)`. What checks is the larger part
 * of a form's code and none of what one sees, so it comes when somebody begins to fill it in.
 */
export type LateSchema<Values> = () => Promise<z.ZodType<Values, Values>>;

/** Checks a form with a schema that is fetched once. Where it cannot be had, nothing is found here, and the command checks all the same. */
export function lateChecker<Values extends FieldValues>(load: LateSchema<Values>) {
  let asked: Promise<Resolver<Values>> | undefined;
  const checking = () =>
    (asked ??= fetched(load).catch((error: unknown) => {
      // Offline: the next one to need it asks again.
      asked = undefined;
      throw error;
    }));
  const resolver: Resolver<Values> = async (values, context, options) => {
    const check = await checking().catch(() => null);
    return check ? check(values, context, options) : { values, errors: {} };
  };
  return { resolver, fetch: () => void checking().catch(() => undefined) };
}

async function fetched<Values extends FieldValues>(load: LateSchema<Values>): Promise<Resolver<Values>> {
  const [schema, { standardSchemaResolver }] = await Promise.all([
    load(),
    import("@hookform/resolvers/standard-schema"),
  ]);
  return standardSchemaResolver(schema);
}
