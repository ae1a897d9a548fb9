import { readdirSync } from "node:fs";

/** The address pattern of every page under `app/`: folders of groups are no part of it. */
export function pagesOfTheApp(): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => {
      const folders = file.split("/").slice(0, -1);
      return `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
    })
    .sort();
}
