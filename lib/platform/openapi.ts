import "server-only";
import type { List } from "@/lib/platform/list";
import type { ColumnKind } from "@/lib/platform/list-types";
import type { Module } from "@/lib/platform/module";
import { jsonSchemaOf, type JsonSchema } from "@/lib/platform/openapi-schema";
import type { Command, Query } from "@/lib/platform/operation";

type Part = Record<string, unknown>;

/** The OpenAPI 3.1 document of /api/v1: each command a POST, each query and list a GET, from the registry itself. */
export function openApiDocument(modules: readonly Module[], server: string): Part {
  const paths: Record<string, Part> = {};
  for (const { commands, queries, lists } of modules) {
    for (const command of commands) paths[pathOf(command.name)] = { post: postOf(command) };
    for (const query of queries) paths[pathOf(query.name)] = { get: getOf(query) };
    for (const list of lists) paths[pathOf(list.name)] = { get: listOf(list) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Landfall",
      version: "1",
      description:
        "Every operation asks for the permissions of the signed-in person, and answers about one organisation. " +
        "Errors are problems of RFC 9457.",
    },
    servers: [{ url: server }],
    security: [{ session: [] }],
    tags: [...new Set(Object.values(paths).flatMap((path) => tagsOf(path)))].sort().map((name) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components,
  };
}

const tagsOf = (path: Part): string[] =>
  Object.values(path).flatMap((operation) => (operation as { tags: string[] }).tags);

const pathOf = (name: string): string => `/api/v1/{organisation}/${name.replace(".", "/")}`;

const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

function common(operation: { name: string; permission: string }): Part {
  return {
    operationId: operation.name,
    tags: [operation.name.split(".")[0]!],
    description: `Permission: ${operation.permission}.`,
  };
}

const answer = (description: string, schema: unknown): Part => ({
  200: { description, headers: rateHeaders, content: { "application/json": { schema } } },
  default: reference("responses", "Problem"),
});

function postOf(command: Command): Part {
  return {
    ...common(command),
    parameters: [reference("parameters", "Organisation"), reference("parameters", "IdempotencyKey")],
    requestBody: { required: true, content: { "application/json": { schema: jsonSchemaOf(command.input) } } },
    responses: answer("Done.", reference("schemas", "Done")),
  };
}

function getOf(query: Query): Part {
  const schema = jsonSchemaOf(query.input);
  const parameters = schema.properties
    ? Object.entries(schema.properties).map(([name, property]) =>
        parameter(name, property, schema.required?.includes(name) ?? false),
      )
    : [parameter("input", { ...schema, type: "object" }, true)];
  return {
    ...common(query),
    parameters: [reference("parameters", "Organisation"), ...parameters],
    responses: answer("What was asked for.", {
      ...{ type: "object", properties: { data: {} }, required: ["data"], additionalProperties: false },
    }),
  };
}

function parameter(name: string, schema: JsonSchema, required: boolean): Part {
  const inText = schema.type === "object" ? { content: { "application/json": { schema } } } : { schema };
  return { name, in: "query", required, ...inText };
}

function listOf(list: List): Part {
  const text = { type: "string" };
  const sortable = list.columns.filter((column) => column.sortable).map(({ key }) => key);
  const filters = list.filters.map(({ key, options }) =>
    parameter(
      `filter.${key}`,
      { ...text, ...(options ? { description: `One or more of ${options.join(", ")}, with commas between.` } : {}) },
      false,
    ),
  );
  const cells = Object.fromEntries(list.columns.map(({ key, kind }) => [key, cellOf(kind)]));
  const described = common(list);
  return {
    ...described,
    ...(list.fields ? { description: `${String(described.description)} ${ownFields}` } : {}),
    parameters: [
      reference("parameters", "Organisation"),
      parameter(
        "sort",
        {
          ...(list.fields ? { ...text, pattern: `^(${sortable.join("|")}|field\\..+)$` } : { ...text, enum: sortable }),
          default: list.defaultSort.column,
        },
        false,
      ),
      parameter("descending", { type: "boolean" }, false),
      ...(list.text?.length ? [parameter("q", { ...text, maxLength: 200 }, false)] : []),
      ...filters,
      ...["After", "Before", "Limit"].map((name) => reference("parameters", name)),
    ],
    responses: answer("A page of the list.", {
      allOf: [
        reference("schemas", "Page"),
        { properties: { data: { items: { properties: { cells: { type: "object", properties: cells } } } } } },
      ],
    }),
  };
}

const ownFields =
  "Fields that the organisation added are cells `field.<key>`, can be sorted by, and are filters `filter.field.<key>`.";

/** What a cell of a kind holds; every cell may be empty. */
function cellOf(kind: ColumnKind): Part {
  if (kind === "number") return { type: ["number", "string", "null"] };
  if (kind === "boolean") return { type: ["boolean", "null"] };
  if (kind === "date") return { type: ["string", "null"], format: "date" };
  if (kind === "datetime") return { type: ["string", "null"] };
  if (kind === "phases") return {};
  return { type: ["string", "number", "null"] };
}

const rateHeaders = Object.fromEntries(
  ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"].map((name) => [name, reference("headers", name)]),
);

const header = (description: string) => ({ description, schema: { type: "integer" } });
const inQuery = (name: string, schema: Part, description: string) => ({ name, in: "query", description, schema });
const text = { type: "string" };

const components = {
  securitySchemes: {
    session: {
      type: "apiKey",
      in: "cookie",
      name: "authjs.session-token",
      description: "The session of a signed-in person.",
    },
  },
  headers: {
    "RateLimit-Limit": header("Requests a minute."),
    "RateLimit-Remaining": header("Requests left in this minute."),
    "RateLimit-Reset": header("Seconds until they count anew."),
  },
  parameters: {
    Organisation: {
      ...{ name: "organisation", in: "path", required: true, schema: text },
      description: "The organisation's word in the address.",
    },
    IdempotencyKey: {
      ...{ name: "Idempotency-Key", in: "header", required: false, schema: { ...text, minLength: 1, maxLength: 200 } },
      description: "The same key and body within 24 hours get the same answer and change nothing again.",
    },
    After: inQuery("after", text, "`next` of the page before."),
    Before: inQuery("before", text, "`before` of the page after."),
    Limit: inQuery("limit", { type: "integer", minimum: 1, maximum: 1000, default: 50 }, "Rows of a page."),
  },
  responses: {
    Problem: {
      description: "Why it was not done.",
      content: { "application/problem+json": { schema: reference("schemas", "Problem") } },
    },
  },
  schemas: {
    Done: {
      type: "object",
      required: ["data"],
      properties: {
        data: { description: "What the command returned." },
        undo: {
          type: "object",
          description: "The operation that takes it back, with its input.",
          required: ["operation", "input"],
          properties: { operation: text, input: { type: "object" } },
        },
      },
    },
    Page: {
      type: "object",
      required: ["data", "estimate", "estimateIsExact"],
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            required: ["id", "cells"],
            properties: { id: text, cells: { type: "object" }, href: text },
          },
        },
        next: { ...text, description: "Where the next page begins; absent on the last." },
        before: { ...text, description: "Where the page before ends; absent on the first." },
        estimate: { type: "integer", description: "How many rows match." },
        estimateIsExact: { type: "boolean" },
      },
    },
    Problem: {
      type: "object",
      required: ["type", "title", "status", "detail", "code", "requestId"],
      properties: {
        ...{ type: text, title: text, status: { type: "integer" }, detail: text, code: text, requestId: text },
        field: { ...text, description: "The field that is wrong." },
        fields: { type: "object", additionalProperties: { type: "array", items: text } },
        current: { type: "object", description: "For a conflict: the record as it stands now." },
      },
    },
  },
};
