/** What was typed and not sent, on this device. */
export interface Draft<Values> {
  values: Values;
  /** When it was typed last, in milliseconds. */
  at: number;
  /** Version of the record it was begun on; a draft of an older one is still offered, and says so. */
  version?: number;
}

const prefix = "landfall:draft:";
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Where a draft lies: one for each form, record and person, so that two people at one device do not read each other's. */
export function draftKey(form: string, record = "new", person = ""): string {
  return prefix + [person, form, record].map(encodeURIComponent).join("/");
}

export function writeDraft<Values>(draft: Draft<Values>): string {
  return JSON.stringify([1, draft.at, draft.version ?? null, draft.values]);
}

/** The draft, or null when there is none, it is older than 30 days, or it is not ours. */
export function readDraft<Values>(text: string | null, now: number): Draft<Values> | null {
  if (!text) return null;
  try {
    const [format, at, version, values] = JSON.parse(text) as [number, number, number | null, Values];
    if (format !== 1 || typeof at !== "number" || now - at > keptFor || typeof values !== "object" || values === null)
      return null;
    return { at, values, ...(version === null ? {} : { version }) };
  } catch {
    return null;
  }
}

/** Removes what is too old. Called when a form opens: nothing else visits this store. */
export function sweepDrafts(store: Storage, now: number): void {
  for (const key of Object.keys(store)) {
    if (key.startsWith(prefix) && !readDraft(store.getItem(key), now)) store.removeItem(key);
  }
}
