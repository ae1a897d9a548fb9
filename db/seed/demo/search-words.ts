import type { Stage } from "@/lib/job-search/rules/stages";

/** An opportunity of the demo: where it went, each step with the days ago. */
export interface DemoOpportunity {
  title: string;
  company: string;
  place: string;
  source: string;
  pay?: readonly [number, number];
  next?: readonly [string, number];
  notes?: string;
  path: ReadonlyArray<readonly [Exclude<Stage, "accepted">, number]>;
  reason?: string;
}

/** What the demo's first executive goes for: in every stage, some of it ended. */
export const aureliosOpportunities: readonly DemoOpportunity[] = [
  {
    title: "Chief Operating Officer",
    company: "Halden Marine",
    place: "Rotterdam",
    source: "Imke Brandsma",
    pay: [210_000, 230_000],
    next: ["Answer by Friday; talk to Judith first", 2],
    notes: "Board wants somebody before the spring. Two direct reports leave this year.",
    path: [
      ["target", 62],
      ["applied", 55],
      ["interviewing", 44],
      ["offer", 6],
    ],
  },
  {
    title: "Managing Director",
    company: "Port of Sande",
    place: "Sande",
    source: "Search firm Orrel & Vance",
    pay: [195_000, 205_000],
    next: ["Ask for the contract in writing", 1],
    notes: "Smaller, closer to home, free hand in the first year.",
    path: [
      ["applied", 48],
      ["interviewing", 30],
      ["offer", 3],
    ],
  },
  {
    title: "Group Head of Operations",
    company: "Fjordline Retail",
    place: "Gothenburg",
    source: "Former colleague",
    pay: [180_000, 200_000],
    next: ["Prepare the case for Thursday", 3],
    path: [
      ["target", 40],
      ["applied", 33],
      ["interviewing", 9],
    ],
  },
  {
    title: "SVP Supply Chain",
    company: "Norvel Biotech",
    place: "Basel",
    source: "Advertisement",
    pay: [220_000, 250_000],
    next: ["Second talk with the CFO", 6],
    path: [
      ["applied", 28],
      ["interviewing", 12],
    ],
  },
  {
    title: "Operations Partner",
    company: "Carrow Capital",
    place: "London",
    source: "Kwame Boateng",
    next: ["Send the three cases he asked for", -1],
    notes: "Four days a week. Portfolio of six companies.",
    path: [
      ["target", 25],
      ["applied", 16],
      ["interviewing", 4],
    ],
  },
  {
    title: "Chief Transformation Officer",
    company: "Meridane Energy",
    place: "Hamburg",
    source: "Search firm Orrel & Vance",
    pay: [200_000, 220_000],
    next: ["Call if nothing is heard", 4],
    path: [["applied", 11]],
  },
  {
    title: "Director of Logistics, Europe",
    company: "Ostrava Optics",
    place: "Prague",
    source: "Advertisement",
    next: ["Ask Lenka about the hiring manager", 0],
    path: [["applied", 8]],
  },
  {
    title: "Chief Operating Officer",
    company: "Brightwater Ferries",
    place: "Bergen",
    source: "Own idea",
    next: ["Write to the chair with the paper on turnarounds", 5],
    notes: "Nothing is advertised. The COO retires next year.",
    path: [["target", 14]],
  },
  {
    title: "Chief Executive",
    company: "Vesterhav Terminals",
    place: "Esbjerg",
    source: "Own idea",
    next: ["Find somebody who knows the owner", 8],
    path: [["target", 6]],
  },
  {
    title: "VP Operations",
    company: "Lumen Packaging",
    place: "Cologne",
    source: "Advertisement",
    path: [
      ["applied", 50],
      ["interviewing", 41],
      ["closed", 29],
    ],
    reason: "Filled from within, two rounds in.",
  },
  {
    title: "Plant Network Director",
    company: "Brantholm Foods",
    place: "Utrecht",
    source: "Former colleague",
    path: [
      ["applied", 58],
      ["closed", 36],
    ],
    reason: "No answer after three weeks; a contact says the role is frozen.",
  },
  {
    title: "Interim COO",
    company: "Tarn Mobility",
    place: "Lyon",
    source: "Search firm Orrel & Vance",
    pay: [150_000, 160_000],
    path: [
      ["applied", 46],
      ["interviewing", 38],
      ["offer", 31],
      ["declined", 24],
    ],
    reason: "Six months only, and away from home the whole week.",
  },
];

/** Name, company, role, strength, how known. */
export const aureliosContacts: ReadonlyArray<readonly [string, string, string, 1 | 2 | 3, string]> = [
  ["Imke Brandsma", "Halden Marine", "Member of the board", 3, "Led the Rotterdam hub before me"],
  ["Kwame Boateng", "Carrow Capital", "Operating partner", 3, "Sold us a company in 2019; we stayed friends"],
  ["Lenka Dvořáková", "Ostrava Optics", "Head of Human Resources", 2, "Conference in Vienna"],
  ["Bjørn Aaltonen", "Fjordline Retail", "Chief Financial Officer", 2, "Worked together at Lindqvarn"],
  ["Soraya El Amrani", "Norvel Biotech", "VP Quality", 2, "Joint project on cold chains"],
  ["Piet van Loon", "Port of Sande", "Harbour master", 3, "Neighbour for ten years"],
  ["Greta Sandström", "Brightwater Ferries", "Head of Fleet", 2, "Studied together"],
  ["Matthias Oberholzer", "Orrel & Vance", "Partner", 2, "Placed two of my people"],
  ["Chidi Okonjo", "Meridane Energy", "Director of Strategy", 1, "Panel in Hamburg"],
  ["Ana-Lucía Ferreira", "Vesterhav Terminals", "Chief Engineer", 1, "Met at the harbour days"],
  ["Ruth Abendroth", "Lumen Packaging", "Chief Executive", 2, "Interviewed me twice; left the door open"],
  ["Tadeusz Wilk", "Brantholm Foods", "Plant Director", 3, "My first boss"],
  ["Noor Haddad", "Tarn Mobility", "Chief Executive", 1, "The offer I declined"],
  ["Henrike Vogelsang", "Corvane Packaging", "Supervisory board", 2, "Advised on the merger"],
  ["Ilmari Koskinen", "Fjordline Retail", "Head of Stores", 1, ""],
  ["Delphine Aubry", "Halden Marine", "Head of Human Resources", 1, "Handles my application"],
  ["Oskar Lindgren", "Lindqvarn Logistics", "Director, Gothenburg", 3, "My deputy for five years"],
  ["Yara Benali", "Lindqvarn Logistics", "Head of Planning", 2, "In my team until the end"],
  ["Dmitri Volkov", "Norvel Biotech", "Head of Procurement", 1, ""],
  ["Maëlle Kerguelen", "Carrow Capital", "Principal", 1, "Met in the first talk"],
  ["Sunniva Haug", "Brightwater Ferries", "Chair", 1, "Whom I want to meet"],
  ["Jean-Baptiste Morel", "Tarn Mobility", "Chair", 1, ""],
  ["Fatoumata Keïta", "Meridane Energy", "Head of People", 1, ""],
  ["Laszlo Farkas", "Ostrava Optics", "Plant Director", 2, "Supplier for years"],
  ["Beatrix Hollander", "Port of Sande", "Chair", 2, "Two talks so far"],
  ["Ravi Chandrasekhar", "Quill Advisory", "Partner", 2, "Runs a network of operations people"],
  ["Eleni Papadaki", "Aegis Shipping", "Chief Operating Officer", 2, "Same class at business school"],
  ["Gustav Reinholt", "Baltic Rail Cargo", "Managing Director", 1, "Panel in Hamburg"],
  ["Marisol Quintero", "Aegis Shipping", "Head of Operations", 1, ""],
  ["Tobias Frankenfeld", "Orrel & Vance", "Associate", 1, "Writes the short lists"],
  ["Zuzana Králová", "Ostrava Optics", "Chief Operating Officer", 1, ""],
  ["Hamish Dunbar", "North Quay Ventures", "Founder", 2, "Advised his first company"],
  ["Ingrid Maartens", "Baltic Rail Cargo", "Head of Terminals", 2, "Worked together in Rotterdam"],
  ["Cesare Lombardini", "Halden Marine", "Chief Executive", 1, "Two talks so far"],
  ["Amina Warsame", "Vesterhav Terminals", "Head of Finance", 1, ""],
  ["Lukas Steinbrenner", "Lumen Packaging", "Head of Logistics", 1, ""],
  ["Paloma Iglesias", "Norvel Biotech", "Recruiter", 1, ""],
  ["Wim Terpstra", "Independent", "Adviser to boards", 3, "Sat on our board; knows every port"],
  ["Sigrid Falkenberg", "Port of Sande", "Head of Finance", 1, ""],
  ["Anton Beaumont", "Carrow Capital", "Analyst", 1, ""],
];

/** Name, place, fit, notes. */
export const aureliosCompanies: ReadonlyArray<readonly [string, string, "1" | "2" | "3", string]> = [
  ["Halden Marine", "Rotterdam", "3", "Growing, family-owned. Wants order in operations before the next purchase."],
  ["Port of Sande", "Sande", "3", "Ten minutes from home. The council decides slowly."],
  ["Brightwater Ferries", "Bergen", "2", "COO retires next year. Nothing is advertised."],
  ["Fjordline Retail", "Gothenburg", "2", "New warehouse concept; much travel."],
  ["Vesterhav Terminals", "Esbjerg", "2", "Owner looks for a successor, says the trade press."],
  ["Carrow Capital", "London", "2", ""],
  ["Norvel Biotech", "Basel", "1", "Another industry, good people."],
  ["Baltic Rail Cargo", "Gdańsk", "1", ""],
];

/** Contact (place in the list), days ago, how, what came of it, days until to come back. */
export const aureliosLog: ReadonlyArray<
  readonly [number, number, "mail" | "message" | "call" | "meeting", string, number?]
> = [
  [37, 50, "meeting", "Lunch. He will speak with Halden and with the chair in Sande."],
  [11, 47, "call", "Told him. Offers to be a reference.", 7],
  [0, 45, "call", "Halden looks for a COO. She puts my name in."],
  [16, 43, "meeting", "Walk. He hears that Fjordline reorganises."],
  [7, 41, "mail", "Sent the resume.", 5],
  [3, 38, "call", "Confirms what Oskar said. Sends me the paper on the warehouse."],
  [7, 34, "call", "Two searches fit: Sande, and one in Hamburg."],
  [5, 33, "meeting", "Coffee. The council wants somebody from the region."],
  [24, 30, "meeting", "First talk with the chair, ninety minutes."],
  [12, 27, "call", "Asked for time to think."],
  [12, 24, "mail", "Declined, with thanks."],
  [1, 22, "call", "He would like me for the portfolio. Sends numbers."],
  [33, 20, "meeting", "Second round at Halden, with the family."],
  [4, 18, "message", "She knows the CFO well and will mention me.", 6],
  [25, 17, "call", "Will introduce me to two members of his network.", 20],
  [13, 16, "mail", "Asked whether the supervisory board needs help with the merger."],
  [2, 13, "message", "Who decides on the logistics role?", 12],
  [24, 12, "meeting", "Second talk; the contract comes."],
  [6, 11, "call", "The COO does retire. The chair decides in spring.", 9],
  [26, 10, "mail", "Lunch next month?"],
  [37, 9, "call", "Prepared the offer talk with him."],
  [33, 7, "meeting", "The offer, on paper."],
  [19, 6, "meeting", "Talk at Carrow, with the principal."],
  [1, 5, "call", "He wants three cases.", 4],
  [32, 4, "message", "Terminals in Gdańsk: she asks around.", 4],
  [5, 3, "call", "Sande offers too."],
  [0, 2, "call", "Asked how Halden treats its people. Honest answer.", 5],
  [29, 1, "mail", "Confirmed the talk in Basel."],
];

/** What matters to Aurelio in an offer: weight, score of Halden, score of Sande. */
export const aureliosCriteria: ReadonlyArray<readonly [string, number, number, number]> = [
  ["Pay", 3, 5, 4],
  ["Close to home until the summer", 5, 2, 5],
  ["What I can build", 4, 5, 3],
  ["The people I would work with", 4, 4, 4],
  ["Safe for five years", 2, 3, 4],
];

/** Shorter searches of others: company, role, the stage reached. */
export const otherSearches: ReadonlyArray<
  readonly [string, string, ReadonlyArray<readonly ["target" | "applied" | "interviewing" | "offer", number]>]
> = [
  ["Kestrel Systems", "General Manager", [["target", 20]]],
  ["Ardent Health", "Head of Division", [["applied", 15]]],
  [
    "Solveig Foods",
    "Managing Director",
    [
      ["applied", 26],
      ["interviewing", 8],
    ],
  ],
];
