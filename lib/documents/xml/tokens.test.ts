import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableFile } from "../package/unreadable-file";
import { attribute, attributesOf, childElements, descend, rootElement } from "./cursor";
import { decodeXml } from "./decode";
import { decodeEntities, encodeText } from "./entities";
import { tokenizeXml } from "./tokens";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

const encodeAttribute = (text: string): string => encodeText(text).replace(/"/g, "&quot;");

/** Well-formed XML of any shape. */
const xml = fc.letrec<{ node: string; element: string }>((tie) => {
  const name = fc.constantFrom("a", "w:p", "w:r", "b-c", "x:y");
  const text = fc.string({ maxLength: 8 }).map(encodeText);
  const attributes = fc
    .array(fc.tuple(fc.constantFrom("w:val", "id", "xmlns:x"), fc.string({ maxLength: 6 }), fc.boolean()), {
      maxLength: 2,
    })
    .map((list) =>
      list
        .map(([key, value, single], i) =>
          single
            ? ` ${key}${i}='${encodeAttribute(value).replace(/'/g, "&apos;")}'`
            : ` ${key}${i}="${encodeAttribute(value)}"`,
        )
        .join(""),
    );
  return {
    element: fc
      .tuple(name, attributes, fc.array(tie("node"), { maxLength: 4 }), fc.boolean())
      .map(([tag, list, inner, empty]) => (empty ? `<${tag}${list}/>` : `<${tag}${list}>${inner.join("")}</${tag} >`)),
    node: fc.oneof(
      { maxDepth: 4 },
      text,
      tie("element"),
      fc.constantFrom("<!-- a > b -->", "<![CDATA[ <x> ]]>", "<?pi a?>"),
    ),
  };
}).element;

describe("tokens", () => {
  it("in a row are the source, and every start has its end", () => {
    fc.assert(
      fc.property(xml, (source) => {
        const { tokens } = tokenizeXml(source);
        expect(tokens.map((token) => source.slice(token.start, token.end)).join("")).toBe(source);
        tokens.forEach((token, index) => {
          expect(tokens[token.match]?.match).toBe(index);
          if (token.kind === "start") expect(tokens[token.match]).toMatchObject({ kind: "end", name: token.name });
        });
      }),
    );
  });

  it("any text is split or refused", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("<", ">", "/", "a", '"', "'", "=", " ", "!", "-", "?", "[", "&"), { maxLength: 30 }),
        (parts) => {
          try {
            const source = parts.join("");
            const { tokens } = tokenizeXml(source);
            expect(tokens.at(-1)?.end ?? 0).toBe(source.length);
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableFile);
          }
        },
      ),
    );
  });

  it.each([
    ["<a><b></a></b>", "damaged-xml"],
    ["<a>", "damaged-xml"],
    ["</a>", "damaged-xml"],
    ["<a b='></a>", "damaged-xml"],
    ["<!DOCTYPE a><a/>", "dtd"],
  ])("%s is refused", (source, code) => {
    expect(() => tokenizeXml(source)).toThrow(expect.objectContaining({ code }));
  });

  it("a > inside an attribute does not end the tag", () => {
    const document = tokenizeXml(`<a b="x>y" c='<'/>`.replace("<'/", "&lt;'/"));
    expect(attributesOf(document, document.tokens[0]!).map(({ value }) => value)).toEqual(["x>y", "<"]);
  });

  it("2 MB are read long before the test runs out of time", () => {
    const paragraph = `<w:p w:rsidR="00AA00AA"><w:pPr><w:pStyle w:val="ListParagraph"/></w:pPr><w:r><w:t xml:space="preserve">Built it</w:t></w:r></w:p>`;
    const source = `<w:document xmlns:w="${W}"><w:body>${paragraph.repeat(16_000)}</w:body></w:document>`;
    // 200 ms on an idle machine of 2020; work that grew with the square of the size would take minutes.
    const { tokens } = tokenizeXml(source);
    expect(source.length).toBeGreaterThan(2_000_000);
    expect(tokens.length).toBeGreaterThan(150_000);
  });
});

describe("namespaces", () => {
  it.each([W, STRICT])("any prefix of %s reads as w", (address) => {
    const document = tokenizeXml(`<x:document xmlns:x="${address}"><x:p x:id="7"/></x:document>`);
    const paragraph = descend(document, rootElement(document), "w:p");
    expect(attribute(document, paragraph, "w:id")).toBe("7");
  });

  it("the default namespace counts for elements, and ends with its element", () => {
    const document = tokenizeXml(`<a><document xmlns="${W}"><p/></document><p/></a>`);
    const [first, second] = childElements(document, rootElement(document));
    expect(descend(document, first!, "w:p")).toBeGreaterThan(0);
    expect(document.tokens[second!]?.name).toBe("p");
  });

  it("a usual prefix bound to something else is not taken for it", () => {
    const document = tokenizeXml(`<w:p xmlns:w="urn:other"/>`);
    expect(document.tokens[0]?.name).toBe("other-w:p");
  });
});

describe("text", () => {
  it("entities survive writing and reading", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeEntities(encodeText(text))).toBe(text);
        expect(decodeEntities(encodeAttribute(text))).toBe(text);
      }),
    );
    expect(decodeEntities("&#x41;&#66;&unknown;&#0;")).toBe("AB&unknown;&#0;");
  });

  it("UTF-8 and both orders of UTF-16 are read, with and without mark", () => {
    const source = '<?xml version="1.0"?><a>Zürich 工</a>';
    const little = Buffer.from(source, "utf16le");
    const big = Buffer.from(little).swap16();
    const forms = [
      Buffer.from(source),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(source)]),
      little,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      big,
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ];
    for (const bytes of forms) {
      const document = tokenizeXml(decodeXml(bytes).text);
      expect(document.source).toBe(source);
    }
  });

  it("bytes that are not the encoding are refused", () => {
    expect(() => decodeXml(Buffer.from([0x3c, 0x61, 0xff, 0x3e]))).toThrow(
      expect.objectContaining({ code: "damaged-characters" }),
    );
  });
});
