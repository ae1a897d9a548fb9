/** A bar on a terminal, on standard error; nothing where there is none. */
export function progressBar(of: number): { step: () => void; end: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { step: () => undefined, end: () => undefined };
  let done = 0;
  const draw = () => {
    const width = Math.max(10, Math.min(40, stderr.columns - 20));
    const full = Math.round((done / of) * width);
    stderr.write(`\r${"█".repeat(full)}${"░".repeat(width - full)} ${done} of ${of}`);
  };
  draw();
  return {
    step: () => {
      done += 1;
      draw();
    },
    end: () => void stderr.write("\n"),
  };
}
