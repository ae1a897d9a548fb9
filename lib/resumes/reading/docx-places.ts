import type { DocxParagraph, PlaceStep } from "./docx-paragraphs";
import type { LinePlace } from "./lines";

/** The innermost table, row and cell and the text box of each paragraph. */
export function placesOf(paragraphs: readonly DocxParagraph[]): (paragraph: number) => LinePlace {
  const places = paragraphs.map(({ place }) => ({
    table: innermost(place, "table"),
    row: innermost(place, "row"),
    cell: innermost(place, "cell"),
    box: innermost(place, "text-box"),
  }));
  return (paragraph) => places[paragraph] ?? { table: null, row: null, cell: null, box: null };
}

function innermost(place: readonly PlaceStep[], kind: PlaceStep["kind"]): number | null {
  return place.findLast((step) => step.kind === kind)?.element ?? null;
}
