import { BlockList, isIP } from "node:net";

/*
 * Which addresses of the network are everybody's. All others are somebody's own: this machine, the network around it, what a cloud tells its machines.
 */

/** IANA's registry of addresses for special purposes, IPv4 (RFC 6890 and what came after). */
const notPublic4 = new BlockList();
for (const [address, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.31.196.0", 24],
    ["192.52.193.0", 24],
  ] as const),
  ...([
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["192.175.48.0", 24],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
  ] as const),
  ...([
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
] as const)
  notPublic4.addSubnet(address, bits, "ipv4");

/** Of IPv6 only this part was given out at all; what is for something else within it follows. */
const given6 = new BlockList();
given6.addSubnet("2000::", 3, "ipv6");
const notPublic6 = new BlockList();
for (const [address, bits] of [
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["2620:4f:8000::", 48],
    ["3fff::", 20],
  ] as const),
] as const)
  notPublic6.addSubnet(address, bits, "ipv6");

/**
 * Whether an address is public. Those of IPv6 that stand for one of IPv4 (mapped, translated, 6to4, Teredo) are not: what is behind them is asked for by its
 * own address or not at all.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic4.check(address, "ipv4");
  // A zone belongs to a network of one's own.
  if (family !== 6 || address.includes("%")) return false;
  return given6.check(address, "ipv6") && !notPublic6.check(address, "ipv6");
}
