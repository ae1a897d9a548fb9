const name = "landfall:palette";

/** Opens the command palette from anywhere, with words already typed when given. */
export function openPalette(query = ""): void {
  window.dispatchEvent(new CustomEvent(name, { detail: query }));
}

/** Calls back when somebody opens the palette; returns the way to stop. */
export function onPaletteOpen(callback: (query: string) => void): () => void {
  const listener = (event: Event) => callback((event as CustomEvent<string>).detail);
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}
