import { Beginnings } from "./beginnings";
import { spellingOf, type OwnTechnology, type Spelling, type Technology, listed } from "./technologies";
import { traps } from "./tables/traps";

/** What a name in the tree stands for: a technology, or null for a phrase that only looks like one. */
export interface Named extends Spelling {
  technology: Technology | null;
}

/**
 * A tree of names by character code, walked once from each beginning of a word. Nearly all nodes have one child, which is kept without a table:
 * that makes the tree quick to plant and to walk.
 */
export class NameNode {
  named: Named | null = null;
  private code = -1;
  private only: NameNode | null = null;
  private others: Map<number, NameNode> | null = null;
  /** Of the root, which is asked for every word of a text: its children by the ASCII character that they begin with. */
  private table: (NameNode | undefined)[] | null = null;

  child(code: number): NameNode | undefined {
    if (this.table && code < 128) return this.table[code];
    return code === this.code ? this.only! : this.others?.get(code);
  }

  /** Makes the table, once nothing more is planted. */
  tabulate(): this {
    this.table = Array.from({ length: 128 }, (_, code) => this.child(code));
    return this;
  }

  /** The child for a character, made if there is none. */
  grow(code: number): NameNode {
    const known = this.child(code);
    if (known) return known;
    const node = new NameNode();
    if (this.only === null) {
      this.code = code;
      this.only = node;
    } else (this.others ??= new Map()).set(code, node);
    return node;
  }
}

/** The root of a tree, from which nearly all words of a text are turned away. */
export class NameRoot extends NameNode {
  readonly beginnings = new Beginnings();
}

/** One form for what is written in several ways: small letters, one kind of gap, no gaps around "/" and "&". */
export const folded = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_\u00a0\u2010-\u2015-]+/gu, " ")
    .replace(/ ?([/&]) ?/g, "$1")
    .trim();

/** Most gaps of a name for which every combination of "there" and "not there" is entered. */
const mostFreeGaps = 3;

function waysToWrite(form: string): string[] {
  const parts = folded(form).split(" ");
  const gaps = parts.length - 1;
  if (gaps > mostFreeGaps) return [parts.join(" ")];
  return Array.from({ length: 2 ** gaps }, (_, bits) =>
    parts.map((part, at) => (at > 0 && (bits & (1 << (at - 1))) === 0 ? ` ${part}` : part)).join(""),
  );
}

function enter(root: NameRoot, spelling: Spelling, technology: Technology | null): void {
  for (const key of waysToWrite(spelling.form)) {
    root.beginnings.add(key);
    let node: NameNode = root;
    for (let at = 0; at < key.length; at++) node = node.grow(key.charCodeAt(at));
    // Of two spellings of the same thing the first counts: the less demanding ones stand first.
    node.named ??= { ...spelling, technology };
  }
}

let shipped: NameRoot | null = null;

/** The tree of what comes with the product, made when it is first needed. */
export function shippedNames(): NameRoot {
  if (shipped) return shipped;
  const root = new NameRoot();
  for (const form of traps) enter(root, { form, rule: "plain" }, null);
  const order = { plain: 0, cased: 1, word: 2 };
  const all = listed.flatMap(({ technology, spellings }) => spellings.map((spelling) => ({ technology, spelling })));
  all.sort((a, b) => order[a.spelling.rule] - order[b.spelling.rule]);
  for (const { technology, spelling } of all) enter(root, spelling, technology);
  return (shipped = root.tabulate());
}

const ownTrees = new WeakMap<readonly OwnTechnology[], NameRoot>();

/**
 * The tree of an organisation's own names, kept as long as the same list is passed. One that is named as a listed technology is that one with
 * further aliases.
 */
export function ownNames(own: readonly OwnTechnology[]): NameRoot {
  const known = ownTrees.get(own);
  if (known) return known;
  const root = new NameRoot();
  for (const { name, aliases, since = null } of own) {
    const same = lookUp(shippedNames(), name)?.technology;
    const base = same && folded(same.name) === folded(name) ? same : null;
    const technology: Technology = base
      ? { ...base, aliases: [...base.aliases, ...aliases], since: base.since ?? since, own: true }
      : { name: name.trim(), aliases, kind: "own", since, related: [], own: true };
    for (const form of [name, ...aliases]) {
      const spelling = spellingOf(form.trim());
      const listedForm = lookUp(shippedNames(), form);
      // A word that is ambiguous for everybody does not become certain by being entered again.
      const rule = listedForm?.technology ? listedForm.rule : shortWord.test(form.trim()) ? "cased" : spelling.rule;
      if (folded(form) !== "") enter(root, { form: form.trim(), rule }, technology);
    }
  }
  ownTrees.set(own, root);
  return root;
}

/** What is as short as this is also a part of everyday speech. */
const shortWord = /^\p{L}{2,3}$/u;

/** What a whole text names, whatever its case. */
export function lookUp(root: NameNode, name: string): Named | null {
  const key = folded(name);
  let node: NameNode | undefined = root;
  for (let at = 0; node && at < key.length; at++) node = node.child(key.charCodeAt(at));
  return node?.named ?? null;
}
