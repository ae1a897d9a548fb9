import { existsSync, readFileSync } from "node:fs";

const status = "/proc/self/status";

/**
 * The most memory that this process has had until now, in MB. On Linux `maxRSS` begins at what the process that started this one had (`execve` carries it over), so
 * the kernel's own high-water mark is read there.
 */
export function peakMegabytes(): number {
  const [, kilobytes] = (existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, "utf8"))) || [];
  return Math.round(Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024);
}
