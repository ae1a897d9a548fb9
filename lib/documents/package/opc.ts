import { attribute, childElements, rootElement } from "../xml/cursor";
import { decodeXml, type DecodedXml } from "../xml/decode";
import { tokenizeXml, type XmlDocument } from "../xml/tokens";
import { inflateOnce } from "./inflate";
import { PACKAGE_LIMITS } from "./limits";
import { otherArchive } from "./other-formats";
import { UnreadableFile } from "./unreadable-file";
import type { ZipArchive, ZipEntry } from "./zip";

/** An Office package (ECMA-376 part 2): a ZIP with content types and relationships. */
export interface OfficePackage {
  zip: ZipArchive;
  contentTypes: ContentTypes;
  /** Relationships of the package itself. */
  relationships: Relationship[];
}

export interface ContentTypes {
  byExtension: Map<string, string>;
  /** Keyed by part name in lower case, without the leading slash. */
  byPart: Map<string, string>;
}

export interface Relationship {
  id: string;
  /** Last segment of the type's address, e.g. "styles": the same in transitional and strict files. */
  type: string;
  target: string;
  external: boolean;
}

/** Opens the package level of a ZIP. Refuses where the ZIP is no Office package, and says what else it is. */
export function openPackage(zip: ZipArchive): OfficePackage {
  const types = findPart(zip, "[Content_Types].xml");
  if (!types) throw new UnreadableFile(otherArchive(zip));
  const contentTypes = readContentTypes(readXmlPart(zip, types));
  return { zip, contentTypes, relationships: relationshipsOf(zip, "") };
}

/** Part names are compared without regard to case; names in the ZIP have no leading slash. */
export function findPart(zip: ZipArchive, name: string): ZipEntry | undefined {
  const exact = zip.byName.get(name);
  if (exact) return exact;
  const wanted = name.toLowerCase();
  return zip.entries.find((entry) => entry.name.toLowerCase() === wanted);
}

export function readXmlPart(zip: ZipArchive, entry: ZipEntry): XmlDocument;
/** Null where the text does not hold `about`, which is quicker to see than to read it all. */
export function readXmlPart(zip: ZipArchive, entry: ZipEntry, about: string): XmlDocument | null;
export function readXmlPart(zip: ZipArchive, entry: ZipEntry, about = ""): XmlDocument | null {
  const { text } = readText(zip, entry);
  return text.includes(about) ? tokenizeXml(text) : null;
}

/** The text of an XML part, and how its bytes became it. */
export function readText(zip: ZipArchive, entry: ZipEntry): DecodedXml {
  return decodeXml(readBytes(zip, entry));
}

/** The bytes of an XML part. Nobody may write into them. */
export function readBytes(zip: ZipArchive, entry: ZipEntry): Uint8Array {
  if (entry.size > PACKAGE_LIMITS.xmlPart) throw new UnreadableFile("too-much-inside");
  return inflateOnce(zip, entry);
}

export function contentTypeOf(types: ContentTypes, part: string): string {
  const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
  return types.byPart.get(part.toLowerCase()) ?? types.byExtension.get(extension) ?? "";
}

/** Relationships of a part, or of the package for "". Targets of internal ones are part names without leading slash. */
export function relationshipsOf(zip: ZipArchive, part: string): Relationship[] {
  const known = relationshipsRead.get(zip) ?? new Map<string, Relationship[]>();
  relationshipsRead.set(zip, known);
  const found = known.get(part) ?? readRelationships(zip, part);
  known.set(part, found);
  return found;
}

/** The checks read them all, and whoever opens a part reads its own again. */
const relationshipsRead = new WeakMap<ZipArchive, Map<string, Relationship[]>>();

function readRelationships(zip: ZipArchive, part: string): Relationship[] {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const entry = findPart(zip, `${folder}_rels/${part.slice(slash)}.rels`);
  if (!entry) return [];
  const document = readXmlPart(zip, entry);
  return childElements(document, rootElement(document)).map((element) => {
    const external = attribute(document, element, "TargetMode")?.toLowerCase() === "external";
    const target = attribute(document, element, "Target") ?? "";
    const type = attribute(document, element, "Type") ?? "";
    return {
      id: attribute(document, element, "Id") ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      target: external ? target : resolveTarget(folder, target),
      external,
    };
  });
}

function readContentTypes(document: XmlDocument): ContentTypes {
  const types: ContentTypes = { byExtension: new Map(), byPart: new Map() };
  for (const element of childElements(document, rootElement(document))) {
    const type = (attribute(document, element, "ContentType") ?? "").toLowerCase();
    const extension = attribute(document, element, "Extension");
    const part = attribute(document, element, "PartName");
    if (part !== undefined) types.byPart.set(part.replace(/^\//, "").toLowerCase(), type);
    else if (extension !== undefined) types.byExtension.set(extension.toLowerCase(), type);
  }
  return types;
}

/** Resolves a relative target; leaving the package with ".." is refused. */
function resolveTarget(folder: string, target: string): string {
  const segments = target.startsWith("/") ? [] : folder.split("/").filter(Boolean);
  for (const segment of target.split("#")[0]?.split("/") ?? []) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(decodeSegment(segment));
    else if (segments.pop() === undefined) throw new UnreadableFile("unsafe-names");
  }
  return segments.join("/");
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
