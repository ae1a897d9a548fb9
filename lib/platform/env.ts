import "server-only";
import { z } from "zod";
import { trustedProxies } from "@/lib/platform/client-address";
import { conflictIn, isThisMachine, noSender } from "@/lib/platform/env-conflicts";

/**
 * Every setting Landfall knows, in the order in which the README lists them. This is the only file of the application that reads
 * `process.env`; what is empty counts as not set. A missing value never fails here (`next build` runs without any): what a
 * running server cannot do without is asked for by `checkEnvironment`.
 */
const Settings = z.object({
  LANDFALL_URL: z
    .url({ protocol: /^https?$/, error: "is not an address that starts with http:// or https://" })
    .optional()
    .describe("Public address of this installation, as it stands in mails. Unset: http://localhost and the port."),
  PORT: port().default(3000).describe("Port the web server listens on."),
  LANDFALL_HOST: z
    .string()
    .optional()
    .describe("Address the web server listens on. Unset: this machine only, unless LANDFALL_URL is another's."),
  LANDFALL_INTERNAL_URL: z
    .url({ protocol: /^https?$/, error: "is not an address that starts with http:// or https://" })
    .optional()
    .describe("Address at which the embedded runner reaches the web server. Unset: the port on this machine."),
  LANDFALL_TRUSTED_PROXIES: z
    .string()
    .refine((text) => trustedProxies(text) !== null, "is not a number of proxies, nor addresses like 10.0.0.0/8, ::1")
    .default("0")
    .describe(
      "Proxies in front whose X-Forwarded-For is believed: how many (1), or their addresses (10.0.0.0/8, ::1). 0: nobody's.",
    ),
  LANDFALL_ENV: z
    .enum(["development", "test", "production"])
    .optional()
    .describe("development, test or production. Unset: follows NODE_ENV."),
  LANDFALL_DEMO: flag()
    .default(false)
    .describe(
      "1 seeds the demo organisations into an empty database and shows the demo sign-in. `npm start` sets 1 unless it is 0.",
    ),
  LANDFALL_DATA: z
    .string()
    .default(".landfall")
    .describe("Folder for what this installation keeps: keys, files, the embedded database."),

  DATABASE_URL: databaseAddress()
    .optional()
    .describe("Postgres, as the role of the application. Unset: `npm start` runs a Postgres of its own."),
  DATABASE_OWNER_URL: databaseAddress()
    .optional()
    .describe("Postgres, as the role that owns the tables; used by migrations only."),
  DATABASE_DRIVER: z
    .enum(["pg", "neon"])
    .optional()
    .describe("pg or neon (over WebSocket). Unset: neon when the host ends in .neon.tech, else pg."),
  DATABASE_POOL: count(1, 500).default(10).describe("Most database connections one server process opens."),
  DATABASE_PREPARED: flag()
    .default(true)
    .describe("0 where a pooler stands before Postgres that does not know prepared statements."),
  NEON_WS_PROXY: z
    .string()
    .optional()
    .describe("host:port of a WebSocket bridge to Postgres, for the neon driver without Neon."),

  AUTH_SECRET: z
    .string()
    .min(32, "is shorter than 32 characters")
    .optional()
    .describe("Signs sessions and links. `npm start` makes one and keeps it."),
  SESSION_IDLE_HOURS: count(1, 336)
    .default(12)
    .describe("Hours without use after which a person has to sign in again."),
  SESSION_DAYS: count(1, 90).default(14).describe("Days after which a person has to sign in again in any case."),
  LANDFALL_MASTER_KEY: base64([32])
    .optional()
    .describe("Base64 of 32 bytes; wraps the data key of each organisation. `npm start` makes one and keeps it."),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: base64([16, 24, 32])
    .optional()
    .describe("Base64 of 32 bytes, the same on every server of a deployment and set for the build too."),

  INNGEST_EVENT_KEY: z
    .string()
    .optional()
    .describe("Inngest cloud or self-hosted: sends events. Unset: the embedded runner works."),
  INNGEST_SIGNING_KEY: z.string().optional().describe("Inngest: proves that calls to /api/inngest are Inngest's."),
  INNGEST_BASE_URL: z.url("is not an address").optional().describe("Address of a self-hosted Inngest."),

  MAIL_TRANSPORT: z
    .enum(["mailbox", "resend", "smtp"])
    .optional()
    .describe("mailbox (kept in the app), resend or smtp. Unset: by which of the two below is set, else mailbox."),
  RESEND_API_KEY: z.string().optional().describe("Key for sending with Resend."),
  RESEND_BASE_URL: z.url("is not an address").optional().describe("Address of Resend's API, for a stand-in."),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./, error: "is not an address that starts with smtp:// or smtps://" })
    .optional()
    .describe("SMTP server: smtp://user:password@host:587 or smtps://…"),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@]*<?[^<>@\s]+@[^<>@\s]+>?$/, "is not a mail address like “Landfall <post@example.com>”")
    .default(noSender)
    .describe("Sender of mails."),
  MAIL_INBOUND_ADDRESS: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,29}@[^<>@\s]+$/i, "is not a plain mail address like answers@in.example.com")
    .optional()
    .describe(
      "Address at which Resend receives mail for Landfall: calendars send their answers to it. Unset: none come.",
    ),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^(?:whsec_)?(?:[A-Za-z0-9+/]{4}){4,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
      "is not a secret like whsec_…",
    )
    .optional()
    .describe("Proves that calls to /api/mail/inbound (Resend's event email.received) are Resend's."),

  FILES_S3_ENDPOINT: z
    .url("is not an address")
    .optional()
    .describe("S3-compatible store for files. Unset: the data folder."),
  FILES_S3_BUCKET: z.string().optional().describe("Its bucket; setting it switches files to S3."),
  FILES_S3_REGION: z.string().default("us-east-1").describe("Its region."),
  FILES_S3_ACCESS_KEY_ID: z.string().optional().describe("Its access key."),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional().describe("Its secret."),

  LIBREOFFICE_PATH: z
    .string()
    .regex(/^(?:off|\/.*)$/, "is neither off nor a path that begins with /")
    .optional()
    .describe(
      "LibreOffice's soffice, which makes PDFs of Word documents; off: none. Unset: where it is usually installed.",
    ),
  GOTENBERG_URL: z
    .url({ protocol: /^https?$/, error: "is not an address that starts with http:// or https://" })
    .optional()
    .describe("Gotenberg server that makes them instead: http://host:3000, or with user:password@ before the host."),
  CONVERTER_SECONDS: count(5, 600)
    .default(60)
    .describe("Seconds after which the conversion of one document is given up."),

  METRICS_TOKEN: z
    .string()
    .min(16, "is shorter than 16 characters")
    .optional()
    .describe("Bearer token for /metrics. Unset: /metrics answers only to this machine."),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url("is not an address")
    .optional()
    .describe("OpenTelemetry collector. Unset: no traces."),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("fatal, error, warn, info, debug, trace or silent."),
  LANDFALL_CLOCK: z.iso
    .datetime({ offset: true, error: "is not a moment like 2026-11-21T09:00:00Z" })
    .optional()
    .describe("Moment at which the clock starts; for demo and tests only."),
});

type Read = z.output<typeof Settings>;

/** The settings with everything that follows from others filled in. */
export type Environment = Read & {
  LANDFALL_URL: string;
  LANDFALL_HOST: string;
  LANDFALL_INTERNAL_URL: string;
  LANDFALL_ENV: NonNullable<Read["LANDFALL_ENV"]>;
  DATABASE_DRIVER: NonNullable<Read["DATABASE_DRIVER"]>;
  MAIL_TRANSPORT: NonNullable<Read["MAIL_TRANSPORT"]>;
};

/** A setting that cannot be used. `message` is one line that names it and says why; the value itself is never in it. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/**
 * The settings of this process, read at the first use and kept. Refuses (SettingsError) at that moment when one is wrong.
 */
export const env: Environment = new Proxy({} as Environment, {
  get: (_target, key) => (typeof key === "string" ? current()[key as keyof Environment] : undefined),
  has: (_target, key) => key in current(),
  ownKeys: () => Reflect.ownKeys(current()),
  getOwnPropertyDescriptor: (_target, key) => {
    const found = Object.getOwnPropertyDescriptor(current(), key);
    return found && { ...found, configurable: true };
  },
});

let parsed: Environment | undefined;

function current(): Environment {
  parsed ??= readEnvironment(process.env);
  return parsed;
}

/** Reads settings from `source`. Refuses with a SettingsError that names the first setting that is wrong, and why. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const result = Settings.safeParse(given);
  if (!result.success) throw refused(result.error.issues[0]);
  const read = result.data;
  const url = (read.LANDFALL_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, "");
  const environment: Environment = {
    ...read,
    LANDFALL_URL: url,
    // The demo signs in without a password: nobody else's browser reaches it unless somebody wants that.
    LANDFALL_HOST: read.LANDFALL_HOST ?? (isThisMachine(url) ? "127.0.0.1" : "0.0.0.0"),
    LANDFALL_INTERNAL_URL: read.LANDFALL_INTERNAL_URL ?? `http://127.0.0.1:${read.PORT}`,
    LANDFALL_ENV: read.LANDFALL_ENV ?? environmentOf(given.NODE_ENV),
    DATABASE_DRIVER: read.DATABASE_DRIVER ?? driverOf(read.DATABASE_URL),
    MAIL_TRANSPORT: read.MAIL_TRANSPORT ?? (read.RESEND_API_KEY ? "resend" : read.SMTP_URL ? "smtp" : "mailbox"),
  };
  const conflict = conflictIn(environment);
  if (conflict) throw new SettingsError(conflict);
  return environment;
}

/**
 * What a server asks before it starts: everything readable, and what it cannot do without present. Refuses with a SettingsError,
 * whose message is the one line to print.
 */
export function checkEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const environment = readEnvironment(source);
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "LANDFALL_MASTER_KEY"] as const) {
    if (!environment[name]) throw new SettingsError(`${name} is not set: a server cannot start without it.`);
  }
  if (environment.LANDFALL_ENV === "production" && environment.DATABASE_POOL < 2) {
    throw new SettingsError("DATABASE_POOL is 1: a server needs at least 2 connections.");
  }
  return environment;
}

/** One row per setting, for the table in the README and `.env.example`. `fallback` is "" when there is none. */
export function describeSettings(): { name: string; fallback: string; description: string }[] {
  return Object.entries(Settings.shape).map(([name, schema]) => {
    const fallback = z.safeParse(schema, undefined);
    return {
      name,
      fallback: fallback.success && fallback.data !== undefined ? shown(fallback.data) : "",
      description: schema.description ?? "",
    };
  });
}

function shown(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}

function refused(issue: z.core.$ZodIssue | undefined): SettingsError {
  const name = String(issue?.path[0] ?? "A setting");
  const reason =
    issue?.code === "invalid_value" && !issue.message.startsWith("is ")
      ? `is not one of ${issue.values.join(", ")}`
      : (issue?.message ?? "is wrong");
  return new SettingsError(`${name} ${reason}.`);
}

function environmentOf(nodeEnvironment: string | undefined): Environment["LANDFALL_ENV"] {
  return nodeEnvironment === "production" || nodeEnvironment === "test" ? nodeEnvironment : "development";
}

function driverOf(address: string | undefined): Environment["DATABASE_DRIVER"] {
  return address && new URL(address).hostname.endsWith(".neon.tech") ? "neon" : "pg";
}

function flag() {
  return z
    .enum(["1", "0", "true", "false", "yes", "no", "on", "off"], "is not 1 or 0")
    .transform((word) => ["1", "true", "yes", "on"].includes(word));
}

function count(least: number, most: number) {
  const reason = `is not a whole number from ${least} to ${most}`;
  return z.string().regex(/^\d+$/, reason).transform(Number).pipe(z.number().min(least, reason).max(most, reason));
}

function port() {
  return count(1, 65_535);
}

function databaseAddress() {
  return z.url({
    protocol: /^postgres(ql)?$/,
    error: "is not an address like postgres://role:password@host:5432/database",
  });
}

function base64(lengths: readonly number[]) {
  return z
    .base64("is not base64")
    .refine(
      (value) => lengths.includes(Buffer.from(value, "base64").length),
      `is not base64 of ${lengths.at(-1)} bytes (openssl rand -base64 32 makes one)`,
    );
}
