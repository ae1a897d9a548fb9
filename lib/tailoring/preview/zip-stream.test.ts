import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { namedApart } from "./named-apart";
import { zipStream } from "./zip-stream";

describe("an archive of many resumes", () => {
  it("holds each file as it is, and opens one only when the one before has left", async () => {
    const opened: number[] = [];
    const files = [0, 1, 2].map((number) => async () => {
      opened.push(number);
      return { name: `Resume ${number}.docx`, bytes: new Uint8Array(1_000).fill(number) };
    });
    const reader = zipStream(files).getReader();
    const first = await reader.read();
    expect(opened.length).toBeLessThan(3);
    const chunks = [first.value!];
    for (let part = await reader.read(); !part.done; part = await reader.read()) chunks.push(part.value);
    const found = unzipSync(new Uint8Array(Buffer.concat(chunks)));
    expect(Object.keys(found)).toEqual(["Resume 0.docx", "Resume 1.docx", "Resume 2.docx"]);
    expect([...found["Resume 2.docx"]!]).toEqual(Array.from({ length: 1_000 }, () => 2));
  });

  it("breaks off where a file cannot be opened", async () => {
    const files = [async () => Promise.reject(new Error("gone"))];
    await expect(new Response(zipStream(files)).arrayBuffer()).rejects.toThrow("gone");
  });

  it("names alike are told apart, and none leads out of the archive", () => {
    const apart = namedApart();
    expect(["CV.docx", "cv.docx", "../CV.docx", "CV.docx", ""].map(apart)).toEqual([
      "CV.docx",
      "cv (2).docx",
      ".._CV.docx",
      "CV (3).docx",
      "resume",
    ]);
  });
});
