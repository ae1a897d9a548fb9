/** What somebody is called before their resume was read: the file's name without what every such name says ("DFP_resume_2026.docx" gives "DFP"). */
export function nameOfFile(file: string): string {
  const words = file
    .replace(/\.[a-z0-9]{2,5}$/i, "")
    .replace(/[_\-.()[\]]+/g, " ")
    .replace(/\b(?:resume|résumé|cv|curriculum|vitae|lebenslauf|profile|final|updated|new|copy|v?\d+)\b/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.slice(0, 120) || file.slice(0, 120);
}
