import { matchesOf } from "@/lib/documents/matches";
import type { Scope } from "@/lib/documents/xml/namespaces";
import type { ElementIndex } from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import { TailoringRefused } from "@/lib/tailoring/refused";

/** What a document writes before the name of an element: "w:" as a rule, another prefix, or nothing. */
export function prefixAt({ source, tokens }: XmlDocument, element: ElementIndex): string {
  const { start, end } = tokens[element]!;
  return /^<([^\s>/:]+:)?/.exec(source.slice(start, end))?.[1] ?? "";
}

/** What it writes before attributes, which are in a namespace only with a prefix, also where elements need none. */
export function attributePrefixAt(document: XmlDocument, element: ElementIndex): string {
  const prefix = prefixAt(document, element);
  if (prefix !== "") return prefix;
  const bound = document.tokens[element]!.scope.prefixesOf("w").find((one) => one !== "");
  if (bound === undefined) throw new TailoringRefused("cannot-track", ["no prefix for attributes"]);
  return `${bound}:`;
}

const prefixed = /(?:^<\/?|\s)([\w.-]+):[\w.-]+/g;

/**
 * XML that was written with the prefixes of one place, for another place: what is not bound there, or to something else, is bound in its first tag.
 */
export function boundFor(xml: string, from: Scope, to: Scope): string {
  const tags = xml.match(/<[^>]+>/g) ?? [];
  const first = tags[0] ?? "";
  const used = new Set<string>();
  for (const tag of tags) {
    for (const [, prefix] of matchesOf(prefixed, tag)) used.add(prefix!);
    if (/^<\/?[\w.-]+[\s/>]/.test(tag)) used.add("");
  }
  const missing = [...used].filter((prefix) => {
    const address = from.addressOf(prefix);
    const declared = first.includes(prefix === "" ? " xmlns=" : ` xmlns:${prefix}=`);
    return address !== undefined && address !== to.addressOf(prefix) && !declared;
  });
  if (missing.length === 0) return xml;
  const bindings = missing.map((prefix) => ` xmlns${prefix && ":"}${prefix}="${from.addressOf(prefix)}"`).join("");
  const end = /^<[^\s/>]+/.exec(first)![0].length;
  return xml.slice(0, end) + bindings + xml.slice(end);
}
