/** Whole seconds since the epoch: what is compared, stored beside a clock and sent to a browser is the same number everywhere. */
export type Moment = number;

/** What is left of a second is cut off, as business time does. */
export const momentOf = (date: Date): Moment => Math.floor(date.getTime() / 1000);

export const dateOf = (moment: Moment): Date => new Date(moment * 1000);
