import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/client";
import { appointOperator } from "@/lib/identity/commands/operators";
import {
  changePlan,
  createOrganisation,
  directory,
  resumeOrganisation,
  suspendOrganisation,
  switchModules,
  type DirectoryRow,
} from "@/lib/organisations/commands/operator";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { isPlan } from "@/lib/platform/plans";
import { Refusal } from "@/lib/platform/refusal";

/*
 * `npm run operator -- <what> …`: the operator's page on the command line. Never shows what is in an organisation.
 */

const usage = `npm run operator -- <what>
  list                                             all organisations
  create <name> --plan <plan> --admin <name> --email <address> [--slug <slug>]
                                                   makes one and invites its administrator
  plan <slug> <free|premium|enterprise> [--end-trial] [--limit seats=20 …]
                                                   an empty limit (seats=) goes back to the plan's
  modules <slug> [<module> …]                      switches these on and all others off
  suspend <slug> <reason>                          nobody can open it until it is resumed
  resume <slug>
  appoint <address> | dismiss <address>            makes an account an operator, or no longer one`;

const actor = { kind: "operator", userId: null, name: "command line" } as const;

const { positionals, values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    plan: { type: "string" },
    admin: { type: "string" },
    email: { type: "string" },
    slug: { type: "string" },
    limit: { type: "string", multiple: true },
    "end-trial": { type: "boolean" },
  },
});
const [what, ...rest] = positionals;

try {
  console.log(await run());
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function run(): Promise<string> {
  switch (what) {
    case "list":
      return table(await executeInstallation(directory, actor, {}));
    case "create": {
      const made = await executeInstallation(createOrganisation, actor, {
        name: rest[0] ?? "",
        slug: values.slug,
        plan: planFrom(values.plan ?? "free"),
        administratorName: values.admin ?? "",
        administratorEmail: values.email ?? "",
      });
      return `Made /${made.slug}. Its administrator gets an invitation by mail.`;
    }
    case "plan": {
      const { slug } = await executeInstallation(changePlan, actor, {
        organisationId: await idOf(rest[0]),
        plan: planFrom(rest[1]),
        endTrial: values["end-trial"],
        limits: Object.fromEntries((values.limit ?? []).map((limit) => limit.split("=", 2) as [string, string])),
      });
      return `/${slug} has the plan ${rest[1]}.`;
    }
    case "modules": {
      const input = { organisationId: await idOf(rest[0]), modules: rest.slice(1) };
      const { slug } = await executeInstallation(switchModules, actor, input);
      return `/${slug} has these modules on: ${rest.slice(1).join(", ") || "none"}.`;
    }
    case "suspend": {
      const input = { organisationId: await idOf(rest[0]), reason: rest.slice(1).join(" ") };
      const { slug } = await executeInstallation(suspendOrganisation, actor, input);
      return `/${slug} is suspended.`;
    }
    case "resume": {
      const { slug } = await executeInstallation(resumeOrganisation, actor, { organisationId: await idOf(rest[0]) });
      return `/${slug} goes on.`;
    }
    case "appoint":
    case "dismiss": {
      const input = { email: rest[0] ?? "", operator: what === "appoint" };
      const { email } = await executeInstallation(appointOperator, actor, input);
      return `${email} is ${what === "appoint" ? "an operator" : "no longer an operator"}.`;
    }
    default:
      process.exitCode = what === undefined ? 0 : 1;
      return usage;
  }
}

async function idOf(slug: string | undefined): Promise<string> {
  const all = await executeInstallation(directory, actor, {});
  const found = all.find((organisation) => organisation.slug === slug);
  if (!found) throw new Refusal("not_found", `There is no organisation “${slug ?? ""}”.`);
  return found.id;
}

function planFrom(text: string | undefined) {
  if (!isPlan(text)) throw new Refusal("invalid", "The plan is free, premium or enterprise.");
  return text;
}

function table(rows: readonly DirectoryRow[]): string {
  if (rows.length === 0) return "There is no organisation yet.";
  return rows
    .map(({ slug, name, plan, accounts, modules, suspendedAt, trialEndsAt, demo }) =>
      [
        slug.padEnd(24),
        name.padEnd(28),
        plan.padEnd(11),
        `${String(accounts).padStart(5)} accounts`,
        modules.join(",") || "-",
        suspendedAt ? "suspended" : trialEndsAt ? `trial until ${trialEndsAt.toISOString().slice(0, 10)}` : "",
        demo ? "demo" : "",
      ]
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
