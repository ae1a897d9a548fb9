const named = (names: string): string[] => names.split(", ");

const addressOf = (name: string): string =>
  `${name
    .normalize("NFKD")
    .replace(/[^A-Za-z ]/g, "")
    .toLowerCase()
    .replaceAll(" ", ".")}@people.example`;

/** Who came to a networking clinic: one is in the file twice, one address is wrong. */
export const participants: readonly (readonly string[])[] = [
  ["Name", "E-mail", "Position", "City"],
  ...named("Agnes Thorne, Bilal Haddad, Carla Viotti, Derya Aksoy, Emil Rasmussen, Flora Benedetti").map(
    (name, place) => [
      name,
      addressOf(name),
      ["Partner", "Head of Talent", "Managing Director"][place % 3]!,
      ["Basel", "Zurich"][place % 2]!,
    ],
  ),
  ["Agnes Thorne", "agnes.thorne@people.example", "Partner", "Basel"],
  ["Goran Lukić", "goran.lukic(at)people.example", "Head of Finance", "Bern"],
];

/** Contacts that were kept elsewhere before: taking them in stopped after some. */
export const contactsOfOldFirm: readonly (readonly string[])[] = [
  ["Full name", "Mail", "Telephone", "Function", "Town"],
  ...named(
    "Henri Delaunay, Ingeborg Falk, Joris van Dam, Katja Brühl, Livia Orsini, Marek Zelenka, Nuria Campos, Oskar Lund, " +
      "Paulina Wójcik, Quentin Marchal, Rosa Calvete, Sven Aldinger, Tilda Ekström, Umberto Salvi, Vilma Harju, Wanda Piątek",
  ).map((name, place) => [
    name,
    addressOf(name),
    `+41 61 555 01 ${String(10 + place)}`,
    ["Search consultant", "Head of HR", "Board member", "Chief of Staff"][place % 4]!,
    ["Basel", "Geneva", "Lugano"][place % 3]!,
  ]),
];

/** Whom a company wants invited: two rows have something wrong, so somebody has to look first. */
export const listOfCorvane: readonly (readonly string[])[] = [
  ["Employee", "Private email", "Job title", "Told on", "Language", "Contract"],
  ["Rosalind Mayrhofer", "rosalind.mayrhofer@people.example", "Head of Extrusion", "2026-11-02", "de", "CP-2025-04"],
  ["Ivo Hradecký", "ivo.hradecky@people.example", "Maintenance Manager", "2026-11-02", "de", "CP-2025-04"],
  ["Leonie Prandstätter", "leonie.prandstaetter@people", "Quality Lead", "2026-11-02", "de", "CP-2025-04"],
  ["Boglárka Tóth", "boglarka.toth@people.example", "Shift Manager", "soon", "hu", "CP-2025-04"],
  ["Mathias Eibl", "mathias.eibl@people.example", "Logistics Planner", "2026-11-02", "de", "CP-2025-04"],
];
