const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

/**
 * One step of a start with its progress: says what begins when it takes longer than a moment, and what came of it.
 * @param work is given a function that adds a remark to the line, such as the port that was chosen
 */
export async function step<Result>(
  title: string,
  work: (remark: (text: string) => void) => Promise<Result>,
): Promise<Result> {
  const began = Date.now();
  let remarks = "";
  const slow = setTimeout(() => console.log(`  ${paint(2, "…")} ${title}`), 700);
  try {
    const result = await work((text) => (remarks = `: ${text}`));
    const took = Date.now() - began;
    console.log(
      `  ${paint(32, "✓")} ${title}${remarks}${took < 700 ? "" : paint(2, ` (${(took / 1000).toFixed(1)} s)`)}`,
    );
    return result;
  } finally {
    clearTimeout(slow);
  }
}

/** A line of a running supervisor about something that went wrong and what is done about it. */
export function warn(text: string): void {
  console.error(`  ${paint(33, "!")} ${text}`);
}

/** Text that stands out: the address to open. */
export const strong = (text: string): string => paint(1, text);
