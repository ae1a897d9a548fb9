import { z } from "zod";
import { Paragraph } from "@/lib/mail/templates/letter";
import { place, template, words } from "@/lib/mail/templates/template";

/** What came together for one person, in one mail: the sentences of the app. */
export const digest = template({
  key: "digest",
  version: 1,
  realm: "organisation",
  variables: z.strictObject({
    /** How many there are in all. */
    count: z.int().min(2),
    texts: z.array(words).min(1),
    href: place,
  }),
  example: {
    count: 2,
    texts: [
      "Answer to Ragnhild Thorvaldsen: the time is over.",
      "First contact with Camille Brandt: 80 % of the time has passed.",
    ],
    href: "/north-harbour/clocks",
  },
  stop: "choices",
  values: ({ count, texts }) => ({ more: count - texts.length }),
  body: ({ say, variables: { texts, count } }) => (
    <>
      {texts.map((text, place) => (
        <Paragraph key={place}>{text}</Paragraph>
      ))}
      {count > texts.length ? <Paragraph>{say("andMore")}</Paragraph> : null}
    </>
  ),
});
