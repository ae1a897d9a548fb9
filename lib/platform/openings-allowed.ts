/**
 * Whether whoever sends a letter may ask to see when it is opened, as the organisation's settings say; it is asked for letter by letter, and not
 * unless somebody does. Where it is off nothing is noted, of letters that were sent before neither.
 */
export const openingsAllowed = ({ settings }: { settings: Readonly<Record<string, unknown>> }): boolean =>
  settings["notesOpenings"] !== false;
