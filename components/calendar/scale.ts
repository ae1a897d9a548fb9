/** How many pixels a minute of a calendar is high on a screen: 56 an hour. */
export const pixels = 56 / 60;

/** The height of some minutes, in CSS: as on a screen, and on paper so low that all hours that are shown stand on one sheet. */
export const high = (minutes: number): string => `calc(${minutes} * var(--minute))`;
