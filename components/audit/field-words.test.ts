import { expect, test } from "vitest";
import { fieldWords } from "@/components/audit/field-words";

test.each([
  ["notificationChoices", "Notification choices"],
  ["body", "Body"],
  ["passwordHash", "Password"],
  ["ends_on", "Ends on"],
  ["", ""],
])("%s reads %s", (field, words) => {
  expect(fieldWords(field)).toBe(words);
});
