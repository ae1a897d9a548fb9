import { BlockList, isIP } from "node:net";

/** Whom to believe about where a request came from: so many proxies in front, or proxies by their addresses. */
export type TrustedProxies = { hops: number } | { blocks: BlockList };

/** Reads "2" or "10.0.0.0/8, ::1"; null when it is neither. */
export function trustedProxies(text: string): TrustedProxies | null {
  if (/^\d{1,2}$/.test(text.trim())) return { hops: Number(text) };
  const blocks = new BlockList();
  for (const part of text.split(",")) {
    const [address = "", bits, ...more] = part.trim().split("/");
    const family = isIP(address);
    if (family === 0 || more.length > 0) return null;
    const most = family === 4 ? 32 : 128;
    if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)) return null;
    blocks.addSubnet(address, bits === undefined ? most : Number(bits), family === 4 ? "ipv4" : "ipv6");
  }
  return { blocks };
}

/**
 * The address of who made a request. `forwarded` (X-Forwarded-For) is believed only as far as trusted proxies wrote it: from
 * the right, each proxy vouches for the entry to its left. Whatever a client itself put there stands further left and counts
 * for nothing.
 * @param peer who opened the connection to this server
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: TrustedProxies): string {
  const chain = (forwarded ?? "").split(",").map(bare).concat(bare(peer));
  let client = chain.length - 1;
  while (client > 0 && isTrusted(chain, client, trusted) && isIP(chain[client - 1]!) !== 0) client -= 1;
  return chain[client]!;
}

function isTrusted(chain: readonly string[], at: number, trusted: TrustedProxies): boolean {
  if ("hops" in trusted) return chain.length - 1 - at < trusted.hops;
  const family = isIP(chain[at]!);
  return family !== 0 && trusted.blocks.check(chain[at]!, family === 4 ? "ipv4" : "ipv6");
}

/** Without the port that some proxies add, brackets, and the prefix of IPv4 within IPv6. */
function bare(text: string): string {
  const entry = text.trim();
  const address = entry.match(/^\[([^\]]+)\]/)?.[1] ?? entry.match(/^(\d+(?:\.\d+){3}):\d+$/)?.[1] ?? entry;
  return address.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();
}
