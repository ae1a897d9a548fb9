/** How many people one may ask in a round. */
export const mostRaters = 30;
