import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^server-only$/, replacement: here("./scripts/server-only.ts") },
      { find: /^@\//, replacement: here("./") },
    ],
  },
  test: {
    include: ["{app,bench,components,db,inngest,lib,scripts}/**/*.test.{ts,tsx}"],
    environment: "node",
    globalSetup: ["./scripts/testing/global-setup.ts"],
    // Nothing of the shell's settings reaches a test; what is empty counts as not set.
    env: {
      LANDFALL_ENV: "test",
      LANDFALL_DEMO: "",
      DATABASE_URL: "",
      DATABASE_OWNER_URL: "",
      LOG_LEVEL: "silent",
      // Files of this run; the global setup removes them.
      LANDFALL_DATA: join(tmpdir(), `landfall-test-${process.pid}-data`),
      LANDFALL_MASTER_KEY: Buffer.alloc(32, "test").toString("base64"),
      AUTH_SECRET: "a secret that only tests know, long enough",
    },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
