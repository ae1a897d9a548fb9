/** Somebody whom Lindqvarn let go when it closed its site in Basel, and how it went on. Days count back from today. */
export interface Separated {
  name: string;
  role: string;
  language: string;
  /** Lets the company know where they stand. */
  consents?: boolean;
  now:
    | { kind: "landed"; ago: number; title: string; employer: string }
    | { kind: "running"; phase: number }
    | { kind: "left" };
}

const landed = (ago: number, title: string, employer: string) => ({ kind: "landed" as const, ago, title, employer });
const running = (phase: number) => ({ kind: "running" as const, phase });

/** Twenty-five invented people. */
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
  { name: "Gianna Lombardi", role: "HR Partner", language: "it", now: landed(8, "HR Manager", "Kestrel Rail") },
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
    now: landed(82, "Head of Safety", "Port of Sande"),
  },
  {
    name: "Luc Perrenoud",
    role: "Transport Planner",
    language: "fr",
    now: landed(24, "Transport Manager", "Aubrac Foods"),
  },
  { name: "Milena Kovačević", role: "Head of Returns", language: "de", consents: true, now: running(7) },
  { name: "Noah Brodbeck", role: "Process Engineer", language: "de", now: running(7) },
  { name: "Odile Gauthier", role: "Key Account Manager", language: "fr", now: running(7) },
  { name: "Pascal Zwahlen", role: "Procurement Manager", language: "de", now: running(7) },
  { name: "Rahel Wyss", role: "Finance Partner", language: "de", now: running(7) },
  { name: "Samuel Oduor", role: "Contract Logistics Manager", language: "en", now: running(7) },
  { name: "Tamara Ilić", role: "Site Accountant", language: "de", now: running(6) },
  { name: "Urs Hefti", role: "Technical Manager", language: "de", now: running(6) },
  { name: "Valérie Jaquet", role: "Training Manager", language: "fr", now: running(6) },
  { name: "Walter Imboden", role: "Head of Maintenance", language: "de", now: running(6) },
  { name: "Yara Mansour", role: "Customer Service Manager", language: "en", now: running(6) },
  { name: "Zoran Petrović", role: "Night Shift Manager", language: "de", now: running(5) },
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
