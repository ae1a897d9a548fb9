import type { XmlDocument } from "../xml/tokens";
import { findPart, readXmlPart, relationshipsOf, type OfficePackage, type Relationship } from "./opc";
import { UnreadableFile } from "./unreadable-file";

/** A DOCX that passed the checks, with its main part read. */
export interface OpenDocx {
  package: OfficePackage;
  /** Name of the main part in the ZIP. */
  mainPart: string;
  main: XmlDocument;
  /** Relationships of the main part. */
  relationships: Relationship[];
}

export function openInspectedDocx(office: OfficePackage, mainPart: string): OpenDocx {
  const { zip } = office;
  const entry = findPart(zip, mainPart);
  if (!entry) throw new UnreadableFile("missing-main-part");
  return { package: office, mainPart, main: readXmlPart(zip, entry), relationships: relationshipsOf(zip, mainPart) };
}

/** The part that the main part refers to under a type such as "styles" or "numbering", read; null where there is none. */
export function relatedPart(docx: OpenDocx, type: string): XmlDocument | null {
  const relationship = docx.relationships.find((candidate) => candidate.type === type && !candidate.external);
  const entry = relationship && findPart(docx.package.zip, relationship.target);
  return entry ? readXmlPart(docx.package.zip, entry) : null;
}

/** All parts of a type, such as every "header". */
export function relatedParts(docx: OpenDocx, type: string): XmlDocument[] {
  return docx.relationships
    .filter((candidate) => candidate.type === type && !candidate.external)
    .flatMap((relationship) => findPart(docx.package.zip, relationship.target) ?? [])
    .map((entry) => readXmlPart(docx.package.zip, entry));
}
