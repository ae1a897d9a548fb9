/** Names for the files of one archive: a name that came before, in whatever case, gets a number before its ending. */
export function namedApart(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const clean = name.replace(/[\\/\u0000-\u001f]/g, "_") || "resume";
    const dot = clean.lastIndexOf(".");
    const [stem, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ""];
    let free = clean;
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem} (${number})${ending}`;
    taken.add(free.toLowerCase());
    return free;
  };
}
