import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconSprite } from "@/components/ui/icon-sprite";
import names from "@/components/ui/icon-names.json";

test("the file of icons has every name, and its address says what is in it (run scripts/icons.ts)", () => {
  const sprite = readFileSync("public/icons/lucide.svg", "utf8");
  expect([...sprite.matchAll(/<g id="([^"]+)">/g)].map((match) => match[1])).toEqual([...names].sort());
  expect(iconSprite).toContain(createHash("sha256").update(sprite).digest("hex").slice(0, 8));
});
