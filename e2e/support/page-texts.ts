import type { Page } from "@playwright/test";

/** A text of a page, and the element or the attribute in which it stands. */
export type PageText = { text: string; place: string };

/**
 * Everything that a page says: its texts, and the attributes that are read out or shown. Left out are moments (their words come
 * from the browser's own tables), the initials of names, values as they are stored, and what stands in a mail.
 */
export function textsOf(page: Page): Promise<PageText[]> {
  return page.evaluate(() => {
    const silent =
      "script, style, template, noscript, iframe, time, kbd, code, pre, ins, del, [data-slot=avatar], [translate=no]";
    const spoken = ["aria-label", "aria-description", "placeholder", "title", "alt"];
    const found: { text: string; place: string }[] = [];
    const nameOf = (element: Element) => {
      const slot = element.closest("[data-slot]")?.getAttribute("data-slot");
      return `${element.tagName.toLowerCase()}${slot ? ` in ${slot}` : ""}`;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      if (text && node.parentElement && !node.parentElement.closest(silent))
        found.push({ text, place: nameOf(node.parentElement) });
    }
    for (const element of document.querySelectorAll(spoken.map((name) => `[${name}]`).join()))
      for (const name of spoken) {
        const text = element.getAttribute(name)?.trim();
        if (text && !element.closest(silent)) found.push({ text, place: `${name} of ${nameOf(element)}` });
      }
    found.push({ text: document.title, place: "title" });
    return found;
  });
}
