import { decodeXml, type DecodedXml } from "../xml/decode";
import { tokenizeXml, type XmlDocument } from "../xml/tokens";
import { fetchesText, fieldCodes, startsProgram } from "./fields";
import { findPart, readBytes, readXmlPart, relationshipsOf, type OfficePackage, type Relationship } from "./opc";
import { UnreadableFile } from "./unreadable-file";

/** A DOCX that passed the checks, with its main part read. */
export interface OpenDocx {
  package: OfficePackage;
  /** Name of the main part in the ZIP. */
  mainPart: string;
  main: XmlDocument;
  /** The main part as it lies unpacked in the file. */
  mainBytes: Uint8Array;
  /** How the bytes of the main part become text. */
  form: Pick<DecodedXml, "encoding" | "bomLength">;
  /** Relationships of the main part. */
  relationships: Relationship[];
}

/** Reads the main part. Refuses what its fields would start or fetch, and text that lies in it as a file of another kind. */
export function openInspectedDocx(office: OfficePackage, mainPart: string): OpenDocx {
  const { zip } = office;
  const entry = findPart(zip, mainPart);
  if (!entry) throw new UnreadableFile("missing-main-part");
  const relationships = relationshipsOf(zip, mainPart);
  if (relationships.some(({ type, external }) => type === "aFChunk" && !external))
    throw new UnreadableFile("foreign-part");
  const mainBytes = readBytes(zip, entry);
  const { text, ...form } = decodeXml(mainBytes);
  const main = tokenizeXml(text);
  for (const code of fieldCodes(main)) {
    if (startsProgram(code)) throw new UnreadableFile("starts-programs");
    if (fetchesText(code)) throw new UnreadableFile("external-content");
  }
  return { package: office, mainPart, main, mainBytes, form, relationships };
}

/** The part that the main part refers to under a type such as "styles" or "numbering", read; null where there is none, or none that says `about`. */
export function relatedPart(docx: OpenDocx, type: string, about = ""): XmlDocument | null {
  const relationship = docx.relationships.find((candidate) => candidate.type === type && !candidate.external);
  const entry = relationship && findPart(docx.package.zip, relationship.target);
  return entry ? readXmlPart(docx.package.zip, entry, about) : null;
}

/** All parts of a type, such as every "header". */
export function relatedParts(docx: OpenDocx, type: string): XmlDocument[] {
  return docx.relationships
    .filter((candidate) => candidate.type === type && !candidate.external)
    .flatMap((relationship) => findPart(docx.package.zip, relationship.target) ?? [])
    .map((entry) => readXmlPart(docx.package.zip, entry));
}
