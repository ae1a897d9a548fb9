import { readFileSync, writeFileSync } from "node:fs";
import { describeSettings } from "@/lib/platform/env";

/**
 * `npm run settings` prints the table of settings; with --write it puts the table between the two marks of README.md and
 * writes .env.example anew, so that neither can fall behind the schema.
 */
const settings = describeSettings();

const table = [
  "| setting | when not set | what it is |",
  "| --- | --- | --- |",
  ...settings.map(
    ({ name, fallback, description }) => `| \`${name}\` | ${fallback && `\`${fallback}\``} | ${description} |`,
  ),
].join("\n");

const example = [
  "# Landfall's settings. `npm start` needs none of them: uncomment what you want to change.",
  ...settings.flatMap(({ name, fallback, description }) => ["", `# ${description}`, `# ${name}=${fallback}`]),
  "",
].join("\n");

console.log(table);

if (process.argv.includes("--write")) {
  writeFileSync(".env.example", example);
  const marks = /(<!-- settings -->\n)[\s\S]*?(\n<!-- \/settings -->)/;
  const readme = readFileSync("README.md", "utf8");
  if (!marks.test(readme)) {
    console.error(
      "README.md has no line <!-- settings --> with a line <!-- /settings --> after it: nothing written there.",
    );
    process.exitCode = 1;
  } else {
    writeFileSync(
      "README.md",
      readme.replace(marks, (_all, open: string, close: string) => `${open}\n${table}\n${close}`),
    );
  }
}
