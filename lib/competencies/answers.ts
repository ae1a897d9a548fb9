import "server-only";
import type { competencyRatings } from "@/db/schema/competencies";
import { noAnswers, type Answers } from "@/lib/competencies/types";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";

type Rating = Pick<typeof competencyRatings.$inferSelect, "id" | "answersEncrypted">;
type Keeper = Parameters<typeof dataKeyOf>[0];

/** What a rating holds, for storing it. */
export const sealAnswers = (organisation: Keeper, ratingId: string, answers: Answers): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(answers), placeOf(ratingId));

/** What a rating holds. */
export const openAnswers = (organisation: Keeper, { id, answersEncrypted }: Rating): Answers => ({
  ...noAnswers,
  ...(JSON.parse(openText(dataKeyOf(organisation), answersEncrypted, placeOf(id))) as Partial<Answers>),
});

const placeOf = (ratingId: string): string => `competency-rating:${ratingId}`;
