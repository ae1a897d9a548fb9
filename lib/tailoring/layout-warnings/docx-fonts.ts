import { relatedPart, type OpenDocx } from "@/lib/documents/package/open-docx";
import { attribute, childElements, childNamed, descend, rootElement } from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import { valueOf } from "@/lib/resumes/reading/styles";
import type { LayoutFacts } from "./layout-facts";
import { unlessDamaged } from "./unless-damaged";

/** The fonts of the letters that Word shows, most used first. */
export function fontsOf(docx: OpenDocx, paragraphs: readonly DocxParagraph[]): LayoutFacts["fonts"] {
  const styles = unlessDamaged(() => relatedPart(docx, "styles"));
  const named = { ...themeFonts(docx), ...styleFonts(styles) };
  const letters = new Map<string, number>();
  let all = 0;
  for (const { runs, styleId, text, copy } of paragraphs) {
    if (copy === "fallback") continue;
    for (const { run, from, to, symbol } of runs) {
      const count = symbol ? 0 : (text.slice(from, to).match(/\p{L}/gu)?.length ?? 0);
      if (count === 0) continue;
      all += count;
      const properties = childNamed(docx.main, run, "w:rPr");
      const character = valueOf(docx.main, properties, "w:rStyle");
      const name =
        fontIn(docx.main, properties) ??
        named[`style:${character}`] ??
        named[`style:${styleId ?? named.default ?? ""}`] ??
        named.defaults;
      const font = name?.startsWith("theme:") ? named[name] : name;
      if (font !== undefined && font !== "") letters.set(font, (letters.get(font) ?? 0) + count);
    }
  }
  const embedded = embeddedFonts(docx);
  return [...letters]
    .map(([name, count]) => ({ name, share: count / all, embedded: embedded.has(name) }))
    .sort((one, other) => other.share - one.share);
}

type Named = Record<string, string | undefined>;

/** Font of run properties: its name, or "theme:major" and "theme:minor" for those of the theme. */
function fontIn(document: XmlDocument, properties: number): string | undefined {
  const fonts = properties < 0 ? -1 : childNamed(document, properties, "w:rFonts");
  if (fonts < 0) return undefined;
  const theme = attribute(document, fonts, "w:asciiTheme") ?? attribute(document, fonts, "w:hAnsiTheme");
  if (theme !== undefined) return theme.startsWith("major") ? "theme:major" : "theme:minor";
  return attribute(document, fonts, "w:ascii") ?? attribute(document, fonts, "w:hAnsi");
}

/** Fonts by "style:" and id, with what they take over from others; "defaults" for text without any, "default" the id of the usual style. */
function styleFonts(styles: XmlDocument | null): Named {
  if (!styles) return {};
  const root = rootElement(styles);
  const named: Named = {
    defaults: fontIn(styles, descend(styles, root, "w:docDefaults", "w:rPrDefault", "w:rPr")),
  };
  const own = new Map<string, { font: string | undefined; basedOn: string | undefined }>();
  for (const element of childElements(styles, root)) {
    if (styles.tokens[element]?.name !== "w:style") continue;
    const id = attribute(styles, element, "w:styleId") ?? "";
    own.set(id, {
      font: fontIn(styles, childNamed(styles, element, "w:rPr")),
      basedOn: valueOf(styles, element, "w:basedOn"),
    });
    const usual = /^(?:1|true|on)$/.test(attribute(styles, element, "w:default") ?? "");
    if (usual && attribute(styles, element, "w:type") === "paragraph") named.default = id;
  }
  for (const id of own.keys()) {
    let at: string | undefined = id;
    // As many steps as there are styles: a chain may come back to itself.
    for (let step = 0; at !== undefined && step <= own.size; step++) {
      const style: { font: string | undefined; basedOn: string | undefined } | undefined = own.get(at);
      if (style?.font !== undefined) {
        named[`style:${id}`] = style.font;
        break;
      }
      at = style?.basedOn;
    }
  }
  return named;
}

function themeFonts(docx: OpenDocx): Named {
  const theme = unlessDamaged(() => relatedPart(docx, "theme"));
  if (!theme) return {};
  const scheme = descend(theme, rootElement(theme), "a:themeElements", "a:fontScheme");
  const latin = (kind: string): string | undefined => {
    const element = descend(theme, scheme, kind, "a:latin");
    return element < 0 ? undefined : attribute(theme, element, "typeface");
  };
  return { "theme:major": latin("a:majorFont"), "theme:minor": latin("a:minorFont") };
}

function embeddedFonts(docx: OpenDocx): Set<string> {
  const table = unlessDamaged(() => relatedPart(docx, "fontTable"));
  if (!table) return new Set();
  const fonts = childElements(table, rootElement(table)).filter(
    (element) => childNamed(table, element, "w:embedRegular") >= 0,
  );
  return new Set(fonts.map((element) => attribute(table, element, "w:name") ?? ""));
}
