import { testProcess, type TestProcess } from "@/lib/platform/testing/test-process";

/** Starts `tailor-and-die.ts` on the database of a test. */
export const tailoringProcess = (
  databaseUrl: string,
  { organisationId, count = 0 }: { organisationId: string; count?: number },
  versions: readonly string[],
): TestProcess =>
  testProcess("lib/tailoring/testing/tailor-and-die.ts", [organisationId, String(count), ...versions], {
    DATABASE_URL: databaseUrl,
  });
