import { matchesOf } from "../matches";

/**
 * Files may bind any prefix to a namespace. The reader asks for the usual ones ("w:p"), so every prefix is mapped to the usual one of its
 * namespace. Strict and transitional WordprocessingML (ECMA-376 parts 1 and 4) have different addresses and the same elements.
 */
const USUAL: Record<string, string> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "urn:schemas-microsoft-com:vml": "v",
};

const bindings = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What a prefix stands for: the usual prefix, and the address as written. */
interface Binding {
  usual: string;
  address: string;
}

/** Prefix of a file → usual prefix. "" is the default namespace. A prefix that is not bound stands for itself. */
export class Scope {
  static readonly none = new Scope(new Map(), null);

  /** True while every known prefix is the usual one: names can be taken as they are. */
  readonly plain: boolean;
  /** Scopes inside this one, by their tags: drawings bind the same names in the same tag time and again. */
  private readonly known: Map<string, Scope> | null;

  /** `own` is what is bound here; all else is as it is around. */
  constructor(
    private readonly own: ReadonlyMap<string, Binding>,
    readonly outer: Scope | null,
  ) {
    this.known = outer && new Map<string, Scope>();
    const plain = [...own].every(([prefix, { usual }]) => prefix === usual);
    // A name that stands for something else around may be bound anew in here.
    this.plain =
      plain && (outer === null || outer.plain || [...this.bound()].every(([prefix, { usual }]) => prefix === usual));
  }

  /** The scope inside a tag with `xmlns` attributes. */
  inside(tag: string): Scope {
    const before = this.known?.get(tag);
    if (before) return before;
    const own = new Map<string, Binding>();
    for (const match of matchesOf(bindings, tag)) {
      const prefix = match[1] ?? "";
      const address = match[2] ?? match[3] ?? "";
      own.set(prefix, { usual: USUAL[address] ?? unknownPrefix(prefix), address });
    }
    const scope = new Scope(own, this);
    this.known?.set(tag, scope);
    return scope;
  }

  /** What a prefix of the file is bound to, as written. */
  addressOf(prefix: string): string | undefined {
    return this.bindingOf(prefix)?.address;
  }

  /** The prefixes of the file that stand for a usual one. */
  prefixesOf(usual: string): string[] {
    return [...this.bound()].flatMap(([prefix, one]) => (one.usual === usual ? [prefix] : []));
  }

  element(name: string): string {
    if (this.plain) return name;
    const colon = name.indexOf(":");
    const usual = this.bindingOf(colon < 0 ? "" : name.slice(0, colon))?.usual;
    if (usual === undefined) return name;
    const local = colon < 0 ? name : name.slice(colon + 1);
    return usual === "" ? local : `${usual}:${local}`;
  }

  /** An attribute without prefix is in no namespace, whatever the default one is. */
  attribute(name: string): string {
    return this.plain || !name.includes(":") ? name : this.element(name);
  }

  private bindingOf(prefix: string): Binding | undefined {
    return this.own.get(prefix) ?? this.outer?.bindingOf(prefix);
  }

  /** All that is bound, the outermost first. */
  private bound(): Map<string, Binding> {
    return this.outer ? new Map([...this.outer.bound(), ...this.own]) : new Map(this.own);
  }
}

const KNOWN_PREFIXES = new Set(Object.values(USUAL));

/** A prefix that looks like a usual one but stands for another namespace must not be taken for it. */
function unknownPrefix(prefix: string): string {
  return KNOWN_PREFIXES.has(prefix) ? `other-${prefix}` : prefix;
}
