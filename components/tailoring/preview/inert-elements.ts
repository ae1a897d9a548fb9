import type { HElement } from "docx-preview";
import { readableSymbols } from "./readable-symbols";

/**
 * Makes the elements of a drawn document in a document that nobody shows: nothing in it is loaded, run or followed. What is brought over
 * from there has passed `scrubbed`.
 */
export function inertElements(): (given: HElement | Node | string) => Node {
  const inert = document.implementation.createHTMLDocument("");
  const made = (given: HElement | Node | string): Node => {
    if (typeof given === "string") return inert.createTextNode(readableSymbols(given));
    if (given instanceof Node) return given;
    const { ns, tagName, className, style, children = [], ...properties } = given;
    if (tagName === "#comment") return inert.createComment("");
    const parent =
      tagName === "#fragment"
        ? inert.createDocumentFragment()
        : element(ns ? inert.createElementNS(ns, tagName) : inert.createElement(tagName), className, style, properties);
    for (const child of children ?? []) parent.appendChild(made(child));
    return parent;
  };
  return made;
}

function element(
  one: Element,
  className: string | undefined,
  style: HElement["style"],
  properties: Record<string, unknown>,
): Element {
  if (className) one.setAttribute("class", className);
  if (typeof style === "string") one.setAttribute("style", style);
  else if (style && "style" in one)
    for (const [name, value] of Object.entries(style))
      (one as HTMLElement).style.setProperty(
        name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        value,
      );
  for (const [name, value] of Object.entries(properties))
    if (value !== undefined && name !== "href") (one as unknown as Record<string, unknown>)[name] = value;
  return one;
}

const forbidden = "script,iframe,frame,object,embed,link,meta,base,form,input,button,video,audio,animate,set";
/** What the drawing made itself out of the document's own pictures. */
const own = /^(?:blob:|data:image\/(?:png|jpeg|gif|bmp|webp|svg\+xml))/i;
const outside = /url\(\s*(["']?)(?!\1?(?:blob:|data:image\/))[^)]*\)/gi;

/** Takes out of a drawn document what would run, lead or ask for anything outside of the file. */
export function scrubbed<Root extends Element>(root: Root): Root {
  for (const one of root.querySelectorAll(forbidden)) one.remove();
  for (const one of [root, ...root.querySelectorAll("*")])
    for (const { name, value } of [...one.attributes]) {
      const plain = name.toLowerCase();
      if (plain.startsWith("on") || plain === "srcset" || plain === "srcdoc") one.removeAttribute(name);
      else if (/(^|:)(href|src)$/.test(plain) && !own.test(value)) one.removeAttribute(name);
      else if (plain === "style" && /url\(/i.test(value)) one.setAttribute(name, value.replace(outside, "none"));
    }
  return root;
}

/** A style sheet of the document's, without what it would ask for outside of the file. */
export const scrubbedStyles = (text: string): string => text.replace(/@import[^;]*;?/gi, "").replace(outside, "none");
