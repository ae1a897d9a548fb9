import { startVitest } from "vitest/node";

/**
 * `npm run torture`: what is too long or too wild for `npm test`, such as runners killed at random. Arguments narrow it down to
 * files; TORTURE_TURNS=10 repeats it, since what it looks for are races.
 */
process.env.LANDFALL_TORTURE = "1";
const turns = Number(process.env.TORTURE_TURNS ?? 1);
for (let turn = 1; turn <= turns; turn++) {
  if (turns > 1) console.log(`Turn ${turn} of ${turns}`);
  const vitest = await startVitest("test", process.argv.slice(2), { watch: false, fileParallelism: false });
  await vitest.close();
  const failed = vitest.state.getFiles().some((file) => file.result?.state === "fail");
  if (failed || vitest.state.getFiles().length === 0) {
    process.exitCode = 1;
    break;
  }
}
