import { setDefaultHighWaterMark } from "node:stream";

/** More than any page's markup; a stream holds as much at most when whoever reads it is slow. */
export const roomOfStream = 1024 * 1024;

/**
 * Gives every stream made from now on room for a whole page, in place of 16 kB. Once per process.
 *
 * React stops sending a page where the stream to the reader is full, and goes on when it has drained. A part that fails between the two,
 * as what is not there does, makes it send a piece of that part nonetheless, and break off with “already flushed boundaries should not be
 * flushed again” (React 19.3, `roomy-streams.test.ts` shows it). The page is in memory by then; with room for it, React never has to stop.
 */
export function makeStreamsRoomy(): void {
  setDefaultHighWaterMark(false, roomOfStream);
}
