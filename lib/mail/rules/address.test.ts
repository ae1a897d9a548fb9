import { describe, expect, it } from "vitest";
import { addressHash, headerName, parseSender } from "@/lib/mail/rules/address";

describe("addresses", () => {
  it("are the same whatever their case", () => {
    expect(addressHash("A@b.ch")).toBe(addressHash("a@B.CH"));
    expect(addressHash("a@b.ch")).not.toBe(addressHash("c@b.ch"));
  });

  it("are read from a setting with or without a name", () => {
    expect(parseSender("Landfall <post@example.com>")).toEqual({ name: "Landfall", address: "post@example.com" });
    expect(parseSender('"Alder, Quay" <post@example.com>')).toEqual({
      name: "Alder, Quay",
      address: "post@example.com",
    });
    expect(parseSender("post@example.com")).toEqual({ name: "", address: "post@example.com" });
  });

  it("never smuggle a header through a name", () => {
    expect(headerName("North\r\nBcc: x@y.z <Harbour>\u202e")).toBe("North Bcc: x@y.z Harbour");
  });
});
