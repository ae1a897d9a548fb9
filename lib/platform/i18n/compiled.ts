import compile from "icu-minify/compile";
import { messagesOf, type Messages } from "./messages";
import { pseudoMessages } from "./pseudo";

/*
 * What pages format: messages that were read into their parts once, so that neither a browser nor the rendering of a page
 * carries the parser of the message language (next.config.js puts the formatter without one in the parser's place).
 */

const cached = new WeakMap<Messages, { plain?: Messages; pseudo?: Messages }>();

/** All messages of a language, or of the pseudo-locale made of it, ready to be filled. */
export async function compiledMessagesOf(language: string, kind: "plain" | "pseudo" = "plain"): Promise<Messages> {
  const messages = await messagesOf(language);
  const known = cached.get(messages) ?? {};
  cached.set(messages, known);
  return (known[kind] ??= plain(compiled(kind === "pseudo" ? pseudoMessages(messages) : messages)));
}

/** The same tree, with each message in its parts; one without arguments stays a string. */
function compiled<Tree>(tree: Tree): Tree {
  // Nothing to say is said as it is: in its parts it would be an empty list.
  if (typeof tree === "string") return (tree === "" ? tree : compile(tree)) as Tree;
  if (tree === null || typeof tree !== "object") return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, compiled(value as unknown)])) as Tree;
}

/** As it travels to a browser: the parts come as objects without a prototype, which React does not send. */
const plain = <Tree>(tree: Tree): Tree => JSON.parse(JSON.stringify(tree)) as Tree;
