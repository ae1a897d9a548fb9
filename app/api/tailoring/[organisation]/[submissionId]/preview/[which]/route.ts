import { documentRoute } from "../../document-route";
import { previewAnswer } from "@/lib/entry/preview-answer";

/** What a document of a tailoring looks like, with its new lines marked. */
export const GET = documentRoute((document) =>
  previewAnswer(
    document,
    document.inserted.flatMap(({ point, paragraphs }) =>
      paragraphs.map((paragraph) => ({ paragraph, pointId: point })),
    ),
  ),
);
