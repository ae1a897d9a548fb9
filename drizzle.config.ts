import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
  casing: "snake_case",
  // Roles are hand-written (db/sql/wall.sql); the kit only writes policies that name them.
  entities: { roles: false },
});
