import { expect, it } from "vitest";
import { signatureOf } from "./signature";

it("signs body and seconds under the key without its prefix", () => {
  const at = new Date(1_705_586_504_900);
  const signed = signatureOf("{}", "signkey-prod-12345678", at);
  expect(signed).toMatch(/^t=1705586504&s=[0-9a-f]{64}$/);
  expect(signatureOf("{}", "12345678", at)).toBe(signed);
  expect(signatureOf("{ }", "12345678", at)).not.toBe(signed);
});
