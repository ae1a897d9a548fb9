import { z } from "zod";

/** JSON Schema (draft 2020-12), as far as it is looked at here. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  description?: string;
  [keyword: string]: unknown;
}

const known = new WeakMap<z.ZodType, JsonSchema>();

/** What a schema takes, as JSON Schema. What JSON Schema cannot say (a refinement, a transformation) is left open. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const before = known.get(schema);
  if (before) return before;
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-2020-12",
    unrepresentable: "any",
    reused: "inline",
  }) as JsonSchema;
  known.set(schema, made);
  return made;
}

/**
 * The input of a query from the address of a GET: each value read as its schema's type says, arrays as repeated parameters, objects
 * as JSON. What does not read stays the text it was, and the schema refuses it with its own message. An input that is no object
 * stands as JSON in `input`.
 */
export function inputOfSearch(schema: z.ZodType, search: URLSearchParams): unknown {
  const { properties } = jsonSchemaOf(schema);
  if (!properties) return search.has("input") ? fromJson(search.get("input") ?? "") : undefined;
  const input: Record<string, unknown> = {};
  for (const key of new Set(search.keys())) {
    const property = properties[key];
    const values = search.getAll(key);
    // The last one counts for what can be only once; unknown keys go on, and are refused by name.
    input[key] =
      property?.type === "array"
        ? values.map((value) => valueOf(property.items ?? {}, value))
        : valueOf(property ?? {}, values.at(-1) ?? "");
  }
  return input;
}

function valueOf({ type }: JsonSchema, text: string): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (type === "object" || type === "array") return fromJson(text);
  return text;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
