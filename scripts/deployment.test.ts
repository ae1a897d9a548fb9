import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeSettings } from "@/lib/platform/env";

const known = new Set(describeSettings().map(({ name }) => name));
const text = (file: string) => readFileSync(file, "utf8");

describe("what is deployed", () => {
  it("is given settings that exist", () => {
    const app = text("compose.yaml").split("\n  postgres:\n")[0] ?? "";
    const environment = app.slice(app.indexOf("    environment:"), app.indexOf("    volumes:"));
    const given = [...environment.matchAll(/^ {6}(\w+):/gm)].map(([, name]) => name ?? "");
    expect(given).toContain("DATABASE_OWNER_URL");
    for (const name of given) expect(known, name).toContain(name);
    const image = [...text("Dockerfile").matchAll(/^(?:ENV|ARG) (.*)$/gm)].flatMap(
      ([, line]) => line?.match(/\b[A-Z_]{3,}\b/g) ?? [],
    );
    expect(image).toContain("LANDFALL_DATA");
    for (const name of image.filter((each) => each !== "NODE_ENV")) expect(known, name).toContain(name);
  });

  it("has the same roles whether Postgres is embedded or a container", () => {
    const words = (sql: string) => sql.replaceAll(/\s+/g, " ");
    const embedded = words(text("scripts/postgres/roles.ts"));
    const container = words(text("scripts/postgres/first-start.sh"));
    for (const role of [
      "role landfall_owner login nosuperuser createdb createrole nobypassrls",
      "role landfall_app login nosuperuser nocreatedb nocreaterole nobypassrls",
      "grant landfall_app to landfall_owner with inherit false, set false, admin true",
    ]) {
      expect(embedded).toContain(role);
      expect(container).toContain(role);
    }
  });

  it("can be installed on every platform: npm ci refuses a lockfile that leaves optional packages out", () => {
    const { packages } = JSON.parse(text("package-lock.json")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => path !== "" && !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing, "npm run lockfile enters them").toEqual([]);
  });
});
