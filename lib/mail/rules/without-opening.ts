/** A letter's page without the picture that tells that it was opened: a colleague who looks at what was sent is not the one who got it. */
export const withoutOpening = (html: string): string => html.replace(/<img\b[^>]*\bdata-opening\b[^>]*>/gi, "");
