import { Zip, ZipPassThrough } from "fflate";

/** Opens a file of an archive when its turn comes. */
export type LateFile = () => Promise<{ name: string; bytes: Uint8Array }>;

/**
 * A ZIP that is written while it is read: each file is opened only when the one before has left. They are stored as they are, because office
 * files are packed already. A file that cannot be opened breaks the stream off, so that nobody takes the half for the whole.
 */
export function zipStream(files: readonly LateFile[]): ReadableStream<Uint8Array> {
  let next = 0;
  let out: ReadableStreamDefaultController<Uint8Array>;
  const zip = new Zip((problem, chunk, last) => {
    if (problem) return out.error(problem);
    if (chunk.length > 0) out.enqueue(chunk);
    if (last) out.close();
  });
  return new ReadableStream({
    start(controller) {
      out = controller;
    },
    async pull() {
      const open = files[next];
      next += 1;
      if (!open) return zip.end();
      const { name, bytes } = await open();
      const entry = new ZipPassThrough(name);
      zip.add(entry);
      entry.push(bytes, true);
    },
    cancel: () => zip.terminate(),
  });
}
