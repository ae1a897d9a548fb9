import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { format } from "oxfmt";

/** One line of a table: what was measured, ours, what it is compared with, and the ratio. */
export interface Row {
  what: string;
  ours: string;
  beside: string;
  ratio: string;
  goal: string;
}

export interface Section {
  /** The heading under which it stands in docs/performance.md. */
  title: string;
  /** What is compared with what, in a sentence or two. */
  about: string;
  /** Heads of the columns of `ours` and `beside`. */
  columns: readonly [string, string];
  rows: readonly Row[];
  /** What else the reader has to know, such as errors that were seen. */
  remarks?: readonly string[];
}

const titles = [
  "Pages",
  "Figures",
  "From the outbox to the effect",
  "Start",
  "JavaScript",
  "Tailoring",
  "Business time",
  "Slots",
  "One time, five hundred people",
  "The sweep of clocks",
  "Calendar and promises",
];

const opening = `# Performance

Measured by \`npm run bench\` (all of it, about ten minutes) or \`npm run bench -- pages\`, \`figures\`, \`outbox\`, \`start\`, \`javascript\`, \`tailoring\`,
\`business-time\`, \`slots\`, \`race\`, \`sla-sweep\`, \`calendar-and-promises\`. Each run writes its section anew. What counts is the ratio to a peer measured in the same run: it holds on another machine, and
on a busy one.
`;

/** Prints a table and writes it, with the machine, into docs/performance.md in place of what an earlier run wrote. */
export async function report(project: string, section: Section): Promise<void> {
  console.log(`\n${section.title}`);
  console.table(Object.fromEntries(section.rows.map(({ what, ...rest }) => [what, rest])));
  for (const remark of section.remarks ?? []) console.log(`  ${remark}`);
  const file = join(project, "docs", "performance.md");
  const kept = sectionsOf(existsSync(file) ? readFileSync(file, "utf8") : "");
  kept.set(section.title, textOf(section));
  const ordered = [...kept.keys()].sort((one, other) => titles.indexOf(one) - titles.indexOf(other));
  const text = [opening, ...ordered.map((title) => `## ${title}\n\n${kept.get(title)?.trim() ?? ""}\n`)].join("\n");
  writeFileSync(file, (await format(file, text, { printWidth: 120 })).code);
}

/** The sections of the file by their titles, without the headings. */
function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^## (.+)$/m).slice(1);
  return new Map(titles.flatMap((title) => (parts.includes(title) ? [[title, after(parts, title)] as const] : [])));
}

const after = (parts: readonly string[], title: string): string => parts[parts.indexOf(title) + 1] ?? "";

function textOf({ about, columns, rows, remarks = [] }: Section): string {
  const lines = rows.map(
    ({ what, ours, beside, ratio, goal }) => `| ${[what, ours, beside, ratio, goal].join(" | ")} |`,
  );
  return [
    about,
    "",
    `| | ${columns.join(" | ")} | ratio | goal |`,
    "|---|--:|--:|--:|--:|",
    ...lines,
    "",
    ...remarks.map((remark) => `- ${remark}`),
    "",
    machine(),
  ].join("\n");
}

function machine(): string {
  const [processor] = cpus();
  const model = (processor?.model ?? "unknown processor").replace(/\s+/g, " ").trim();
  const memory = Math.round(totalmem() / 2 ** 30);
  const busy = loadavg()[0]?.toFixed(1) ?? "?";
  const day = new Date().toISOString().slice(0, 10);
  return `_${day}: ${cpus().length} cores (${model}), ${memory} GB, Node ${process.versions.node}; load average at the end ${busy}._`;
}
