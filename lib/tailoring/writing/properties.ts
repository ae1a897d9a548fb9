import { attribute, childElements, childNamed } from "@/lib/documents/xml/cursor";
import { sourceOf } from "@/lib/documents/xml/copy";
import type { XmlDocument } from "@/lib/documents/xml/tokens";

/** The properties of a paragraph and of its end, as the sources of their elements. */
export interface Properties {
  paragraph: string[];
  end: string[];
}

/** What a copy must not take along: section breaks, page breaks, and the marks of somebody's tracked changes. */
const unwanted = /^w:(?:sectPr|pPrChange|rPrChange|numberingChange|ins|del|moveFrom|moveTo|pageBreakBefore)$/;

export const isUnwanted = (document: XmlDocument, name: string, element: number): boolean =>
  unwanted.test(name) ||
  // A new point is no link, though the words beside it may be one.
  (name === "w:rStyle" && /hyperlink|internetlink/i.test(attribute(document, element, "w:val") ?? ""));

/** Properties that a new paragraph may have, copied from one that stands in the document. */
export const copiedProperties = (document: XmlDocument, paragraph: number): Properties =>
  propertiesOf(
    document,
    paragraph,
    (name, element) =>
      !isUnwanted(document, name, element) &&
      // A paragraph whose end is hidden runs into the one that follows.
      !(/^w:(?:vanish|specVanish)$/.test(name) && attribute(document, element, "w:val") === undefined),
  );

/** All that a paragraph is, but for its section and what is marked in it. */
export const ownProperties = (document: XmlDocument, paragraph: number): Properties =>
  propertiesOf(document, paragraph, (name) => !/^w:(?:sectPr|pPrChange|rPrChange|ins|del|moveFrom|moveTo)$/.test(name));

function propertiesOf(
  document: XmlDocument,
  paragraph: number,
  wanted: (name: string, element: number) => boolean,
): Properties {
  const properties = childNamed(document, paragraph, "w:pPr");
  if (properties < 0) return { paragraph: [], end: [] };
  const nameOf = (element: number): string => document.tokens[element]!.name;
  const children = childElements(document, properties).filter((one) => wanted(nameOf(one), one));
  const marks = children.find((one) => nameOf(one) === "w:rPr");
  const inside = marks === undefined ? [] : childElements(document, marks);
  const source = (element: number): string => sourceOf(document, element);
  return {
    paragraph: children.filter((one) => one !== marks).map(source),
    end: inside.filter((one) => wanted(nameOf(one), one)).map(source),
  };
}

export const sameProperties = (one: Properties, other: Properties): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Written in the order of the schema (ECMA-376 part 1, CT_PPr and CT_ParaRPr), "" where there is nothing to say. */
export function writtenProperties(
  { paragraph, end }: Properties,
  w: string,
  marks: { inserted?: string; paragraphChange?: string; endChange?: string } = {},
): string {
  const { inserted = "", paragraphChange = "", endChange = "" } = marks;
  const ending = inserted + end.join("") + endChange;
  const content = paragraph.join("") + (ending && `<${w}rPr>${ending}</${w}rPr>`) + paragraphChange;
  return content && `<${w}pPr>${content}</${w}pPr>`;
}
