/** Puts words into a field where its cursor is, or in place of what is marked, and leaves the cursor behind them. Says what the field holds then. */
export function insertAtCursor(field: HTMLInputElement | HTMLTextAreaElement, words: string): string {
  const from = field.selectionStart ?? field.value.length;
  const to = field.selectionEnd ?? from;
  const value = field.value.slice(0, from) + words + field.value.slice(to);
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(from + words.length, from + words.length);
  });
  return value;
}
