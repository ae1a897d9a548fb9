import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { modules } from "@/lib/modules";
import { openApiDocument } from "@/lib/platform/openapi";

const document = openApiDocument(modules, "https://landfall.example") as {
  paths: Record<string, Record<string, { operationId: string; parameters: unknown[] }>>;
};

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(validator.version).toBe("3.1");
  });

  test("has every command, query and list, once, under its name", () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
    );
    const declared = modules.flatMap(({ commands, queries, lists }) => [
      ...commands.map(({ name }) => `post /api/v1/{organisation}/${name.replace(".", "/")} ${name}`),
      ...[...queries, ...lists].map(({ name }) => `get /api/v1/{organisation}/${name.replace(".", "/")} ${name}`),
    ]);
    expect([...described].sort()).toEqual([...declared].sort());
  });

  test("names no parameter of an operation twice", () => {
    for (const methods of Object.values(document.paths))
      for (const { operationId, parameters } of Object.values(methods)) {
        const names = parameters.map((parameter) => JSON.stringify((parameter as { name?: string }).name ?? parameter));
        expect(new Set(names).size, operationId).toBe(names.length);
      }
  });
});
