/** Whether a single key may mean something of the page's own: nothing is typed into, no layer is open, and no other key is held. */
export const keysAreFree = (event: KeyboardEvent): boolean =>
  !event.metaKey &&
  !event.ctrlKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  !(event.target as Partial<Element> | null)?.closest?.(typedInto) &&
  !document.querySelector('[role$="dialog"],[role="menu"]');

const typedInto = "input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable]";
