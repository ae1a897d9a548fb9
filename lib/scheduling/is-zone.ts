/** Whether a name is one of a time zone, as this runtime knows them: Asia/Kolkata as well as Asia/Calcutta. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]+\/[A-Za-z0-9_+/-]+$|^UTC$/.test(text)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
}
