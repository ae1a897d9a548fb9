/**
 * A choice of a field of the organisation's own as it stands in the address: a comma in its words must not look like the comma
 * between two choices.
 */
export const encodeChoice = (choice: string): string => choice.replaceAll("%", "%25").replaceAll(",", "%2C");

/** The words of the choice again. */
export const decodeChoice = (value: string): string => value.replaceAll("%2C", ",").replaceAll("%25", "%");
