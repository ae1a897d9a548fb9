import { expect, it } from "vitest";
import { fileSize } from "./file-size";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [48_210, "48 kB"],
  [999_600, "1 MB"],
  [1_234_567, "1.2 MB"],
  [25_000_000, "25 MB"],
  [3_400_000_000, "3.4 GB"],
])("%d bytes are %s", (bytes, words) => {
  expect(fileSize(bytes, "en")).toBe(words);
});
