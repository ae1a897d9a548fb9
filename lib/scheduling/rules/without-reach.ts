import type { Question } from "./question";

/** The same question without notice and horizon: for who books far ahead, or at short notice, on purpose. Hours and limits stay. */
export const withoutReach = (question: Question): Question => ({
  ...question,
  type: { ...question.type, noticeMinutes: 0, horizonDays: 1000 },
  hosts: question.hosts.map((host) => ({ ...host, noticeMinutes: 0, horizonDays: 1000 })),
});
