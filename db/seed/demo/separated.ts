/** Somebody whom Lindqvarn let go when it closed its site in Basel, and how it went on. Days count back from today. */
export interface Separated {
  name: string;
  role: string;
  language: string;
  /** Lets the company know where they stand. */
  consents?: boolean;
  now:
    | { kind: "invited" }
    | { kind: "intake"; ago: number }
    | { kind: "running"; phase: number }
    | { kind: "paused"; phase: number; since: number; reason: string }
    | ({ kind: "landed" } & Landed)
    | ({ kind: "fell-through"; since: number; reason: string; phase: number } & Landed)
    | { kind: "stopped"; ago: number; phase: number }
    | { kind: "left" };
}

interface Landed {
  ago: number;
  title: string;
  employer: string;
}

const landed = (ago: number, title: string, employer: string) => ({ kind: "landed" as const, ago, title, employer });
const running = (phase: number) => ({ kind: "running" as const, phase });

/** Twenty-five invented people, in every state that there is. */
export const separated: readonly Separated[] = [
  {
    name: "Aline Roussel",
    role: "Head of Warehousing",
    language: "fr",
    consents: true,
    now: landed(70, "Site Director", "Kestrel Rail"),
  },
  {
    name: "Bruno Caduff",
    role: "Shift Manager",
    language: "de",
    now: landed(96, "Operations Manager", "Port of Sande"),
  },
  {
    name: "Céline Morand",
    role: "Head of Customs",
    language: "fr",
    now: landed(41, "Customs Director", "Halden Marine"),
  },
  {
    name: "Dimitri Vasiliou",
    role: "Fleet Manager",
    language: "en",
    now: landed(28, "Fleet Director", "Fjordline Retail"),
  },
  {
    name: "Eszter Vámos",
    role: "Controller",
    language: "de",
    now: landed(12, "Head of Controlling", "Norvel Biotech"),
  },
  {
    name: "Florian Aeschbacher",
    role: "Head of Inbound",
    language: "de",
    now: landed(55, "Head of Supply", "Aubrac Foods"),
  },
  {
    name: "Gianna Lombardi",
    role: "HR Partner",
    language: "it",
    now: {
      ...{ kind: "fell-through", ago: 52, title: "HR Manager", employer: "Kestrel Rail", phase: 7, since: 13 },
      reason: "Kestrel Rail stopped all hiring two weeks before her first day.",
    },
  },
  {
    name: "Hamid Rezaei",
    role: "Planning Manager",
    language: "en",
    now: landed(63, "Head of Planning", "Halden Marine"),
  },
  {
    name: "Isaline Chevalley",
    role: "Quality Manager",
    language: "fr",
    now: landed(33, "Quality Director", "Norvel Biotech"),
  },
  { name: "Jakob Stettler", role: "IT Manager", language: "de", now: landed(19, "Head of IT", "Fjordline Retail") },
  {
    name: "Karin Nydegger",
    role: "Safety Officer",
    language: "de",
    now: { kind: "stopped", ago: 26, phase: 6 },
  },
  {
    name: "Luc Perrenoud",
    role: "Transport Planner",
    language: "fr",
    now: { kind: "intake", ago: 6 },
  },
  { name: "Milena Kovačević", role: "Head of Returns", language: "de", consents: true, now: running(7) },
  { name: "Noah Brodbeck", role: "Process Engineer", language: "de", now: running(7) },
  { name: "Odile Gauthier", role: "Key Account Manager", language: "fr", now: running(7) },
  { name: "Pascal Zwahlen", role: "Procurement Manager", language: "de", now: running(7) },
  { name: "Rahel Wyss", role: "Finance Partner", language: "de", now: running(7) },
  { name: "Samuel Oduor", role: "Contract Logistics Manager", language: "en", now: running(7) },
  { name: "Tamara Ilić", role: "Site Accountant", language: "de", now: running(6) },
  {
    name: "Urs Hefti",
    role: "Technical Manager",
    language: "de",
    now: { kind: "paused", phase: 6, since: 9, reason: "Three weeks of military service." },
  },
  { name: "Valérie Jaquet", role: "Training Manager", language: "fr", now: running(6) },
  {
    name: "Walter Imboden",
    role: "Head of Maintenance",
    language: "de",
    now: running(6),
  },
  {
    name: "Yara Mansour",
    role: "Customer Service Manager",
    language: "en",
    now: running(6),
  },
  {
    name: "Zoran Petrović",
    role: "Night Shift Manager",
    language: "de",
    now: { kind: "invited" },
  },
  { name: "Anouk de Graaf", role: "Legal Counsel", language: "nl", now: { kind: "left" } },
];

/** Those of whom the company will tell in Zurich. */
export const coming: ReadonlyArray<Pick<Separated, "name" | "role" | "language">> = [
  { name: "Beatriz Fuentes", role: "Head of Brand", language: "es" },
  { name: "Cornelius Abegg", role: "Group Controller", language: "de" },
  { name: "Ilse Vandenberghe", role: "Head of Tax", language: "nl" },
  { name: "Marcel Dubuis", role: "Investor Relations", language: "fr" },
  { name: "Theo Lindenmann", role: "Head of Audit", language: "de" },
];

/** Whom Lindqvarn's daughter company let go later: few, and all but one say where they stand. */
export const separatedLater: readonly Separated[] = [
  {
    name: "Adrian Buol",
    role: "Terminal Manager",
    language: "de",
    consents: true,
    now: landed(9, "Head of Terminals", "Port of Sande"),
  },
  { name: "Carole Favre", role: "Berth Planner", language: "fr", consents: true, now: running(5) },
  { name: "Emre Yıldız", role: "Crane Operations Manager", language: "de", consents: true, now: running(4) },
  { name: "Fiona MacAskill", role: "Safety Manager", language: "en", consents: true, now: running(4) },
  { name: "Lorenz Tschudi", role: "Customs Coordinator", language: "de", consents: true, now: running(3) },
  { name: "Nadja Pfister", role: "Finance Partner", language: "de", consents: true, now: running(3) },
];
