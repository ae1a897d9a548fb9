/** Whether a single key may mean something of the page's own: nothing is typed into, no layer is open, and no other key is held. */
export const keysAreFree = (event: KeyboardEvent): boolean =>
  !event.metaKey &&
  !event.ctrlKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  !isTyping(event.target) &&
  !layerIsOpen();

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const layerIsOpen = () => document.querySelector('[role="dialog"],[role="alertdialog"],[role="menu"]') !== null;
