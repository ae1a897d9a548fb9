/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it, which an import takes off
 * again. Plain numbers stay as they are. (OWASP, CSV injection.)
 */
export function guarded(cell: string): string {
  if (!/^[=+\-@\t\r]/.test(cell)) return cell;
  return /^[+-]?\d+(?:[.,]\d+)*$/.test(cell) ? cell : `'${cell}`;
}
