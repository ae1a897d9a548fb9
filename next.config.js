import { existsSync } from "node:fs";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/entry/reader-formats.ts");

// A second build (tests beside a running server) must not write over the first.
const distDir = process.env.LANDFALL_DIST_DIR ?? ".next";

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types of everything, tests and scripts too; doing it again would double the build.
  typescript: { ignoreBuildErrors: true },
  // Read from disk when a page is rendered or a resume is printed, which the trace of imports does not see.
  outputFileTracingIncludes: {
    "/**": ["./messages/**/*.json", "./node_modules/@expo-google-fonts/arimo/{400Regular,700Bold}/*.ttf"],
  },
  // Icons are asked for under an address that changes with them.
  headers: async () => [
    { source: "/icons/:file", headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }] },
  ],
  // Messages come compiled (lib/platform/i18n/compiled.ts): 10 kB of parser less on each page, and less work for the server.
  turbopack: {
    resolveAlias: {
      "use-intl/format-message": "./node_modules/use-intl/dist/esm/production/format-message/format-only.js",
    },
  },
  experimental: {
    optimizePackageImports: ["radix-ui"],
    // Writing the cache takes a quarter of a build: left out of the first one, after which there often is no other.
    turbopackFileSystemCacheForBuild: existsSync(`${distDir}/BUILD_ID`),
  },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/sdk-node",
    "graphile-worker",
    "nodemailer",
    "pdf-parse",
    "pdfjs-dist",
    "pdfkit",
    "pg",
    "pino",
    "prom-client",
  ],
  distDir,
};

export default withNextIntl(config);
