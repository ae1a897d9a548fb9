/**
 * Keeps what somebody does on a page whose scripts have not come yet, and does it once they have: buttons that they press, forms that they
 * send, and what they type, in that order. Without it a press is lost, a form is sent as part of the page's address, and fields
 * that come to life show what the server wrote in them.
 *
 * It stands at the top of each page as text and runs before anything else. It may name nothing that lies outside of it.
 */
export function keepEarlyInput(): void {
  const early = new Map<HTMLElement, () => void>();

  /* React marks the elements that it has taken hold of, and says so in no other way; e2e/early-input.spec.ts fails when that changes. */
  const isAlive = (element: HTMLElement) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));

  let redoes = false;

  function redoWhatCan(): void {
    if (redoes) return;
    redoes = true;
    for (const [element, redo] of early) {
      // Pages that are replaced take with them what was done there; later input waits for earlier.
      if (element.isConnected && !isAlive(element)) break;
      early.delete(element);
      if (element.isConnected) redo();
    }
    redoes = false;
  }

  function watch(): void {
    redoWhatCan();
    if (early.size > 0) requestAnimationFrame(watch);
  }

  function keep(event: Event, element: HTMLElement, redo: () => void): void {
    // React would do it as well, where only this part of the page has not come to life.
    event.stopImmediatePropagation();
    if (early.size === 0) requestAnimationFrame(watch);
    early.set(element, redo);
  }

  /** Listens before everybody else; what was done before comes before what a person does now. */
  function on<Name extends "click" | "submit" | "input" | "beforeinput">(
    name: Name,
    listen: (event: HTMLElementEventMap[Name]) => void,
  ): void {
    const listener = (event: HTMLElementEventMap[Name]) => {
      if (event.isTrusted) redoWhatCan();
      listen(event);
    };
    document.addEventListener(name, listener as (event: Event) => void, true);
  }

  on("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button[type=button]") : null;
    if (!button || isAlive(button)) return;
    // Pressed again out of impatience, it is pressed once.
    if (early.has(button)) return event.stopImmediatePropagation();
    const pressed = button.animate({ opacity: 0.6 }, { duration: 150, fill: "forwards" });
    keep(event, button, () => {
      pressed.cancel();
      // Menus open as soon as a finger is down.
      for (const type of ["pointerdown", "pointerup"])
        button.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerType: "mouse" }));
      button.click();
    });
  });

  on("submit", (event) => {
    const { target: form, submitter } = event;
    // Those with an address work without scripts.
    if (!(form instanceof HTMLFormElement) || form.hasAttribute("action") || isAlive(form)) return;
    event.preventDefault();
    keep(event, form, () => form.requestSubmit(submitter));
  });

  on("input", (event) => {
    const { target: field } = event;
    const isField =
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
    if (isField && !isAlive(field)) keep(event, field, asEntered(field));
  });

  // A letter must not come between the field's coming to life and what was typed there before.
  on("beforeinput", () => {});

  /** Enters into a field what stands in it now, as if it were done at that moment. */
  function asEntered(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): () => void {
    const { value } = field;
    const tell = (type: string) => field.dispatchEvent(new Event(type, { bubbles: true }));
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
      const { checked } = field;
      return () => {
        field.checked = !checked;
        field.click();
      };
    }
    if (field instanceof HTMLInputElement && field.type === "file") return () => tell("change");
    return () => {
      // Any key has React finish with this part of the page first, which fills its fields.
      field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
      // React keeps from handlers what it has seen in the field already, so it is shown something else before.
      if (!(field instanceof HTMLSelectElement)) field.value = "";
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, "value")?.set?.call(field, value);
      tell("input");
      tell("change");
    };
  }
}
