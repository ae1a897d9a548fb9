import type { Line } from "./lines";
import { foldCase } from "./months";
import { titleWords } from "./words";

export type FieldKind =
  | "company"
  | "client"
  | "title"
  | "dates"
  | "project"
  | "environment"
  | "duties"
  | "description"
  | "listing"
  | "detail";

export interface Field {
  kind: FieldKind;
  value: string;
  /** Line of the value: the next cell, or the line itself. */
  valueLine: number;
}

/** Labels in the eight languages, folded; each stands before a colon, a tab, a dash, or alone in its cell or paragraph. */
const LABELS: [FieldKind, RegExp][] = [
  [
    "duties",
    /^(?:(?:my |key |main |major |core |primary |job |role|roles|project |work |the )*(?:(?:and|&|\/|,) ?)*(?:roles?(?: ?(?:and|&|\/|,) ?)?)?(?:job )?(?:responsibilit(?:y|ies)|responsibilites|responsiblities|responsibilty|duties|duty|tasks|accountabilities|contributions?|job description|job profile|activities performed|key deliverables|job duties|work done)(?: (?:and|&|\/) (?:responsibilities|duties|achievements|contributions|accomplishments|tasks))?(?: (?:include|includes|included|involved|handled|undertaken|performed|held|are|were))?|(?:key |major |notable |main |selected )?(?:achievements?|accomplishments?|highlights)(?: ?\/ ?tasks)?|responsabilites|missions?|taches|realisations?|funciones|responsabilidades|tareas|logros|funcoes|atividades|conquistas|realizacoes|responsabilita|mansioni|attivita|aufgaben|tatigkeiten|verantwortlichkeiten|erfolge|aufgabenbereich|जिम्मेदारियां|जिम्मेदारियाँ|कार्य|职责|工作职责|工作内容|主要职责|业绩)$/,
  ],
  [
    "environment",
    /^(?:technical |tech |software |project |development |work |working |key |used )*(?:environments?|technolog(?:y|ies)(?: ?(?:used|stack|involved|\/ ?tools))?|tools?(?: ?(?:used|and technologies|& technologies|\/ ?technologies))?|tech(?:nology|nical)? stack|technical platform|platforms?|skills? used|skills(?: set)?|languages used|software used|hardware ?(?:and|&|\/) ?software|environnement(?: technique)?|technologies utilisees|entorno(?: tecnico)?|tecnologias(?: utilizadas)?|ambiente(?: tecnico| tecnologico)?|tecnologie(?: utilizzate)?|technologien|umgebung|eingesetzte technologien|तकनीक|技术环境|技术栈|环境)$/,
  ],
  [
    "description",
    /^(?:project |brief |job |company |about |business |role |short )*(?:description|descriptions|desc|abstract|overview|summary|synopsis|profile|about(?: the)?(?: project| client| company)?|scope|objective|descripcion|descricao|descrizione|beschreibung|description du projet|विवरण|项目描述|描述)$/,
  ],
  [
    "listing",
    /^(?:(?:key |major |main |other |some |list of )*(?:projects?|clients?|products?|modules?|materials?|trainings?|courses?)(?: (?:involved|handled|undertaken|worked(?: on)?|completed|executed|done|taught|list|details))+|projects|clients|modules)$/,
  ],
  [
    "project",
    /^(?:(?:current |previous |recent |past |present |major |key |main )*project(?: ?(?:name|title|site|worked))?(?: ?[#-–.:]* ?(?:no\.?)? ?\(?[0-9ivx]{1,4}\)?)?(?: ?[#.:])?|projects?|name of (?:the )?project|project[# -]*[0-9ivx]+[# :]*(?:title|name)?|projet|nom du projet|proyecto|projeto|progetto|projekt|परियोजना|项目|项目名称)$/,
  ],
  [
    "dates",
    /^(?:(?:project |work |working |job |employment |total |service )*(?:duration|period|tenure|dates?|time ?frame|time ?period|timeline|span|from|since|dates? of employment|period of (?:experience|employment|service|work)|year|years|working period|experience)|duree|periode|duracion|periodo|fechas?|duracao|durata|zeitraum|dauer|अवधि|时间|期间|起止时间)$/,
  ],
  [
    "title",
    /^(?:(?:my |current |last |job |project |work |present |the )*(?:role|roles|designations?|positions?(?: held)?|job title|job role|title|role played|roles played|role ?\/ ?project|project role|post|rank|capacity|post held|job position|working as|role in (?:the )?project)|poste|fonction|intitule du poste|puesto|cargo|posicion|funcao|ruolo|posizione|qualifica|mansione|funktion|rolle|stelle|पद|भूमिका|职位|岗位|角色|职务)$/,
  ],
  [
    "client",
    /^(?:(?:end |project |our |current )*(?:clients?|customers?|client name|name of (?:the )?client|client ?\/ ?(?:project|company)|customer name)|cliente|kunde|auftraggeber|ग्राहक|客户)$/,
  ],
  [
    "company",
    /^(?:(?:current |present |previous |past |last |parent |name of (?:the )?)*(?:company(?:['’]?s)?(?: name)?|organi[sz]ations?(?: name)?|employers?(?: name)?|firm|institution|institute|company\/client|worked (?:with|at|for)|working (?:with|at|for)|concern|establishment)|entreprise|societe|employeur|empresa|compania|empleador|azienda|societa|datore di lavoro|firma|unternehmen|arbeitgeber|कंपनी|संगठन|नियोक्ता|公司|单位|雇主)$/,
  ],
  [
    "detail",
    /^(?:location|place|site|team ?size|team|size|domain|sector|industry|department|dept|type|website|url|link|company sector|sector company|reporting to|reports to|country|city|address|lieu|ubicacion|local|luogo|ort|name|offshore\/onsite|work location|job location|project type|methodology|contractor|pump contractor|front end|back ?end|database|operating system|os|server|status|frameworks?|version control|ide)$/,
  ],
];

/** Most texts are no label: one pattern tells so in less time than all of them one by one. */
const ANY_LABEL = new RegExp(LABELS.map(([, { source }]) => source).join("|"));

const NOISE = /^[\s\d.)(#*:\-–—•>]+|[\s.:#*\-–—_]+$/g;

/** What a label says, if a text is one. */
export function labelKind(text: string): FieldKind | null {
  if (text.length > 60) return null;
  const label = foldCase(text).replace(NOISE, "").replace(/\s+/g, " ").trim();
  if (label === "") return null;
  if (
    /dut|respons/.test(label) &&
    /^(?:job|key|work|rolesand|rolesand|rolesandjob|dutiesand)?(?:responsibilities|responsibility|duties)$/.test(
      label.replace(/[^a-z]/g, ""),
    )
  )
    return "duties";
  if (!ANY_LABEL.test(label)) return null;
  return LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;
}

/** Reads the labelled values of all lines. A line may hold none; its first label counts. */
export function readFields(lines: readonly Line[]): (Field | null)[] {
  const fields: (Field | null)[] = lines.map((line, index) => inlineField(line, index));
  lines.forEach((line, index) => {
    if (fields[index]) return;
    const kind = labelKind(line.text);
    if (kind === null || isColumnHead(lines, index)) return;
    const value = valueBeside(lines, index, kind);
    fields[index] =
      value === null
        ? { kind, value: "", valueLine: index }
        : { kind, value: clean(lines[value]?.text ?? ""), valueLine: value };
  });
  tableHeads(lines, fields);
  return fields.map((field, index) => (field?.kind === "title" ? titleOrProject(lines, fields, index, field) : field));
}

/** "Title:" names the project where the value is no job, or where "Role:" follows. */
function titleOrProject(lines: readonly Line[], fields: readonly (Field | null)[], index: number, field: Field): Field {
  if (!/^\W*title\b/i.test(lines[index]?.text ?? "")) return field;
  for (let at = index + 1; at < Math.min(lines.length, index + 8); at++) {
    if (fields[at]?.kind === "duties") break;
    if (fields[at]?.kind === "title") return { ...field, kind: "project" };
  }
  return titleWords(field.value) > 0 ? field : { ...field, kind: "project" };
}

function inlineField(line: Line, index: number): Field | null {
  // What parts label and value stands in few lines, and is seen at a glance.
  const match = !/[:：\t–-]/.test(line.raw)
    ? null
    : /^(.{2,45}?)\s*(?::\s*-|[:：]|-\s|\s–\s|:-|\t+)\s*(\S[^]*)$/u.exec(line.raw.trim());
  if (match) {
    const kind = labelKind(match[1] ?? "");
    const value = clean(match[2] ?? "");
    if (kind !== null && value !== "") return { kind, value, valueLine: index };
  }
  // "Project 2" and "Role Sr. Consultant" without a colon, in a cell of their own.
  const bare =
    line.place.cell === null ? null : /^(role|designation|position|client|duration)\s+(\S.{2,70})$/i.exec(line.text);
  if (bare) {
    const kind = labelKind(bare[1] ?? "");
    if (kind !== null) return { kind, value: clean(bare[2] ?? ""), valueLine: index };
  }
  return null;
}

/** Cells of a layout table hold whole pages; label and value share only small ones. */
const LARGEST_LABEL_CELL = 14;

/** In a table the value stands in the next cell of the row, or in the next paragraph of a cell that holds label and value. */
function valueBeside(lines: readonly Line[], index: number, kind: FieldKind): number | null {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next || line.place.table === null || line.place.table !== next.place.table) return null;
  if (labelKind(next.text) !== null && !next.text.trimStart().startsWith(":")) return null;
  if (line.place.row === next.place.row && line.place.cell !== next.place.cell) return index + 1;
  if (line.place.cell !== next.place.cell || ["duties", "description", "listing"].includes(kind)) return null;
  const inCell = lines
    .slice(Math.max(0, index - 20), index + 20)
    .filter((near) => near.place.cell === line.place.cell).length;
  return inCell <= LARGEST_LABEL_CELL ? index + 1 : null;
}

/** The head row of a table with a row for each thing: its labels have their values below, not beside. */
function isColumnHead(lines: readonly Line[], index: number): boolean {
  const row = lines[index]?.place.row ?? null;
  if (row === null) return false;
  let first = index;
  while (lines[first - 1]?.place.row === row) first--;
  const cells = indexesOfRow(lines, first);
  return (
    cells.length >= 3 &&
    cells.filter((cell) => labelKind(lines[cell]?.text ?? "") !== null).length >= 2 &&
    cells.every((cell) => (lines[cell]?.text.length ?? 0) < 40 && !/[:：]/.test(lines[cell]?.text ?? ""))
  );
}

/** A row of labels above a row of values. */
function tableHeads(lines: readonly Line[], fields: (Field | null)[]): void {
  for (let at = 0; at < lines.length; at++) {
    const row = lines[at]?.place.row ?? null;
    if (row === null || lines[at - 1]?.place.row === row) continue;
    const head = indexesOfRow(lines, at);
    if (head.length < 2) continue;
    const below = indexesOfRow(lines, at + head.length);
    if (below.length !== head.length) continue;
    const kinds = head.map((index) => labelKind(lines[index]?.text ?? ""));
    if (kinds.some((kind) => kind === null)) continue;
    if (lines[below[0] ?? 0]?.place.table !== lines[at]?.place.table) continue;
    head.forEach((index, position) => {
      const kind = kinds[position];
      const valueLine = below[position];
      if (kind && valueLine !== undefined)
        fields[index] = { kind, value: clean(lines[valueLine]?.text ?? ""), valueLine };
    });
  }
}

function indexesOfRow(lines: readonly Line[], from: number): number[] {
  const row = lines[from]?.place.row ?? null;
  const found: number[] = [];
  for (let at = from; row !== null && lines[at]?.place.row === row; at++) found.push(at);
  return found;
}

function clean(value: string): string {
  return value
    .replace(/^[\s:\-–]+/, "")
    .replace(/\s+/g, " ")
    .trim();
}
