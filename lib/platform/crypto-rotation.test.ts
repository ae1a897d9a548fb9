import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { opensDataKeys, rotateMasterKey } from "@/lib/platform/crypto-rotation";
import { masterKey } from "@/lib/platform/secrets";
import { testWorld } from "@/lib/platform/testing/world";

testWorld();

test("a new master key opens every organisation's data, the old one none, and what fails changes nothing", async () => {
  const [old, fresh] = [masterKey(), randomBytes(32)];
  expect([await opensDataKeys(old), await opensDataKeys(fresh)]).toEqual([true, false]);
  await expect(rotateMasterKey(fresh, old)).rejects.toThrow();
  await expect(rotateMasterKey(old, old)).rejects.toThrow("The new master key is the one that is in use.");
  await expect(rotateMasterKey(old, Buffer.from("short"))).rejects.toThrow("32 bytes");
  const failing = rotateMasterKey(old, fresh, [
    async () => {
      throw new Error("killed");
    },
  ]);
  await expect(failing).rejects.toThrow("killed");
  expect([await opensDataKeys(old), await opensDataKeys(fresh)]).toEqual([true, false]);
  expect(await rotateMasterKey(old, fresh, [async () => 3])).toEqual({ organisations: 2, others: 3 });
  expect([await opensDataKeys(old), await opensDataKeys(fresh)]).toEqual([false, true]);
});
