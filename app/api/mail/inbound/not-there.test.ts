import { expect, test } from "vitest";
import { POST } from "./route";
import { signedCall } from "@/lib/mail/testing/receiving-stand-in";

test("where no mail comes in there is nothing at this address", async () => {
  const secret = `whsec_${Buffer.alloc(24, "s").toString("base64")}`;
  const answer = await POST(signedCall({ type: "email.received", data: { email_id: "1" } }, secret));
  expect([answer.status, await answer.text()]).toEqual([404, ""]);
});
