import type { BrowserContext } from "@playwright/test";

/** What the browser printed as an error, page by page, and what of it a journey said it expects. */
export type ConsoleWatch = {
  /** From now on, an error that matches is expected: a journey that makes the server refuse something says so. */
  expectError: (pattern: RegExp) => void;
  unexpected: () => string[];
};

/** Listens to every page of a context. Refused requests, content policy violations and uncaught errors are all errors there. */
export function watchConsole(context: BrowserContext): ConsoleWatch {
  const errors: string[] = [];
  const expected: RegExp[] = [];
  context.on("console", (message) => {
    if (message.type() === "error")
      errors.push(`${message.text()} (${message.location().url || message.page()?.url()})`);
  });
  context.on("weberror", (error) => errors.push(String(error.error().stack ?? error.error())));
  return {
    expectError: (pattern) => void expected.push(pattern),
    unexpected: () => errors.filter((error) => !expected.some((pattern) => pattern.test(error))),
  };
}
