/** Where sealed texts belong: each is bound to whose it is, so that none can be moved to another's row. */
export const sealedPlaces = {
  answer: ({ sessionId, personId, guestId }: { sessionId: string; personId: string | null; guestId: string | null }) =>
    `session-answer:${sessionId}/${personId ?? guestId}`,
  rating: ({ sessionId, personId }: OfSession) => `session-rating:${sessionId}/${personId}`,
  calendar: ({ personId }: { personId: string }) => `outside-calendar:${personId}`,
} as const;

interface OfSession {
  sessionId: string;
  personId: string;
}
