/** What is told about an executive of the demo: enough to write a history from. Days count back from today. */
export interface DemoExecutive {
  name: string;
  role: string;
  company: string;
  consultant: "judith" | "henrik";
  /** How many days ago they were invited. */
  invited: number;
  /** Where the story stands now. */
  now:
    | { state: "invited" }
    | { state: "intake" }
    | { state: "active"; phase: number; inPhase: number; contact: number }
    | { state: "paused"; phase: number; since: number; reason: string }
    | {
        state: "landed";
        ago: number;
        employer: string;
        title: string;
        kind?: "employed" | "self-employed" | "portfolio";
      }
    | { state: "withdrawn"; ago: number; reason: string };
  package?: "leadership";
}

const active = (phase: number, inPhase: number, contact: number) => ({
  state: "active" as const,
  phase,
  inPhase,
  contact,
});
const landed = (ago: number, title: string, employer: string) => ({ state: "landed" as const, ago, title, employer });

/** Forty invented people at every stage. Names from many places, some long, one in two scripts. */
export const demoExecutives: readonly DemoExecutive[] = [
  {
    name: "Aurelio Santangelo",
    role: "VP Operations",
    company: "Lindqvarn Logistics",
    consultant: "judith",
    invited: 140,
    now: active(7, 30, 1),
  },
  {
    name: "Tomás Echeverría Ibáñez",
    role: "Plant Director",
    company: "Corvane Packaging",
    consultant: "judith",
    invited: 120,
    now: active(6, 18, 23),
  },
  {
    name: "Benedict Achterberg",
    role: "Chief Information Officer",
    company: "Lindqvarn Logistics",
    consultant: "judith",
    invited: 118,
    now: active(6, 15, 17),
  },
  {
    name: "Ragnhild Thorvaldsen",
    role: "SVP Supply Chain",
    company: "Lindqvarn Logistics",
    consultant: "judith",
    invited: 118,
    now: active(6, 41, 9),
  },
  {
    name: "Layla Haddad ليلى حداد",
    role: "General Counsel",
    company: "Meridane Energy",
    consultant: "judith",
    invited: 130,
    now: active(7, 22, 0),
  },
  {
    name: "Dr. Maren Oyelaran",
    role: "Chief Financial Officer",
    company: "Corvane Packaging",
    consultant: "judith",
    invited: 150,
    now: active(7, 40, 3),
  },
  {
    name: "Haruto Kinoshita",
    role: "Head of Research and Development",
    company: "Ostrava Optics",
    consultant: "judith",
    invited: 135,
    now: active(7, 25, 2),
  },
  {
    name: "Camille Delacroix-Mbeki",
    role: "VP Sales, Europe, Middle East and Africa",
    company: "Meridane Energy",
    consultant: "judith",
    invited: 125,
    now: active(7, 12, 4),
  },
  {
    name: "Rafael Montenegro Quiroga",
    role: "Managing Director",
    company: "Brantholm Foods",
    consultant: "judith",
    invited: 100,
    now: active(6, 10, 5),
  },
  {
    name: "Priyanka Raghunathan",
    role: "Chief People Officer",
    company: "Ostrava Optics",
    consultant: "judith",
    invited: 85,
    now: active(5, 9, 2),
  },
  {
    name: "Daniel Weissfeld",
    role: "Head of Treasury",
    company: "Brantholm Foods",
    consultant: "judith",
    invited: 90,
    now: active(5, 24, 6),
  },
  {
    name: "Siobhán Ní Bhriain",
    role: "Director of Marketing",
    company: "Meridane Energy",
    consultant: "judith",
    invited: 70,
    now: active(4, 11, 1),
  },
  {
    name: "Kwame Asante-Boateng",
    role: "VP Engineering",
    company: "Corvane Packaging",
    consultant: "judith",
    invited: 66,
    now: active(3, 33, 8),
  },
  {
    name: "Ewa Łukasiewicz",
    role: "Head of Controlling",
    company: "Ostrava Optics",
    consultant: "judith",
    invited: 52,
    now: active(4, 6, 0),
  },
  {
    name: "Ngozi Amadi-Eze",
    role: "Chief Digital Officer",
    company: "Brantholm Foods",
    consultant: "judith",
    invited: 48,
    now: active(3, 9, 11),
  },
  {
    name: "Oluwaseun Adebayo-Williams",
    role: "Head of Treasury Operations",
    company: "Meridane Energy",
    consultant: "judith",
    invited: 40,
    now: active(3, 5, 3),
  },
  {
    name: "Joanna van der Westhuizen",
    role: "Director, Group Communications",
    company: "Lindqvarn Logistics",
    consultant: "judith",
    invited: 95,
    now: { state: "paused", phase: 5, since: 20, reason: "Looks after her father until the end of the month." },
  },
  {
    name: "Mikael Strandqvist",
    role: "Chief Commercial Officer",
    company: "Brantholm Foods",
    consultant: "judith",
    invited: 30,
    now: active(2, 8, 2),
  },
  {
    name: "Anneliese Hofreiter",
    role: "Head of Quality",
    company: "Ostrava Optics",
    consultant: "judith",
    invited: 26,
    now: active(2, 5, 4),
  },
  {
    name: "Bartholomew Featherstonehaugh-Cavendish",
    role: "Executive Vice President, Corporate Development and Strategic Partnerships",
    company: "Meridane Energy",
    consultant: "judith",
    invited: 24,
    now: active(2, 3, 1),
    package: "leadership",
  },
  {
    name: "Wojciech Brandt",
    role: "Site Manager",
    company: "Corvane Packaging",
    consultant: "judith",
    invited: 3,
    now: { state: "intake" },
  },
  {
    name: "Giulia Ferrandini",
    role: "Head of Procurement",
    company: "Brantholm Foods",
    consultant: "judith",
    invited: 6,
    now: { state: "intake" },
  },
  {
    name: "Pádraig Mac Giolla",
    role: "Head of Compliance",
    company: "Meridane Energy",
    consultant: "judith",
    invited: 5,
    now: { state: "invited" },
  },
  {
    name: "Xiùyīng Chen",
    role: "Regional Director",
    company: "Ostrava Optics",
    consultant: "judith",
    invited: 2,
    now: { state: "invited" },
  },
  {
    name: "Svetlana Marković",
    role: "VP Finance",
    company: "Corvane Packaging",
    consultant: "judith",
    invited: 210,
    now: landed(35, "Chief Financial Officer", "Halden Marine"),
  },
  {
    name: "Émile Castaigne",
    role: "Supply Chain Director",
    company: "Lindqvarn Logistics",
    consultant: "judith",
    invited: 190,
    now: landed(12, "Chief Operating Officer", "Port of Sande"),
  },
  {
    name: "Farida Benkhelifa",
    role: "Head of Legal",
    company: "Meridane Energy",
    consultant: "judith",
    invited: 170,
    now: landed(50, "General Counsel", "Norvel Biotech"),
  },
  {
    name: "Jonas Kirchgässner",
    role: "VP Product",
    company: "Ostrava Optics",
    consultant: "henrik",
    invited: 160,
    now: landed(20, "Managing Director", "Kirchgässner Advisory"),
  },
  {
    name: "Tatiana Voronova",
    role: "Director of Sales",
    company: "Brantholm Foods",
    consultant: "henrik",
    invited: 155,
    now: landed(64, "VP Sales", "Fjordline Retail"),
  },
  {
    name: "Luca Bernasconi",
    role: "Chief Technology Officer",
    company: "Lindqvarn Logistics",
    consultant: "henrik",
    invited: 145,
    now: active(7, 35, 6),
  },
  {
    name: "Amara Diallo",
    role: "Head of Sustainability",
    company: "Meridane Energy",
    consultant: "henrik",
    invited: 110,
    now: active(6, 14, 2),
  },
  {
    name: "Stefan Grünwald",
    role: "Plant Manager",
    company: "Corvane Packaging",
    consultant: "henrik",
    invited: 88,
    now: active(5, 12, 13),
  },
  {
    name: "Yasmin Al-Rashid",
    role: "VP Customer Operations",
    company: "Brantholm Foods",
    consultant: "henrik",
    invited: 74,
    now: active(4, 16, 3),
  },
  {
    name: "Peter Novotný",
    role: "Head of IT",
    company: "Ostrava Optics",
    consultant: "henrik",
    invited: 50,
    now: active(3, 12, 5),
  },
  {
    name: "Mireille Okonkwo",
    role: "HR Director",
    company: "Lindqvarn Logistics",
    consultant: "henrik",
    invited: 33,
    now: active(2, 10, 1),
  },
  {
    name: "Hans-Peter Zurbriggen",
    role: "Chief Executive Officer",
    company: "Brantholm Foods",
    consultant: "henrik",
    invited: 60,
    now: active(4, 4, 2),
    package: "leadership",
  },
  {
    name: "Ayşe Demirtaş",
    role: "Head of Brand",
    company: "Meridane Energy",
    consultant: "henrik",
    invited: 4,
    now: { state: "intake" },
  },
  {
    name: "Gareth Llewellyn",
    role: "Director of Logistics",
    company: "Lindqvarn Logistics",
    consultant: "henrik",
    invited: 1,
    now: { state: "invited" },
  },
  {
    name: "Sanna Virtanen",
    role: "Head of Design",
    company: "Ostrava Optics",
    consultant: "henrik",
    invited: 80,
    now: { state: "withdrawn", ago: 30, reason: "Went back to her company in another position." },
  },
  {
    name: "Domenico Esposito",
    role: "VP Manufacturing",
    company: "Corvane Packaging",
    consultant: "henrik",
    invited: 105,
    now: { state: "paused", phase: 6, since: 9, reason: "An operation; back in the new year." },
  },
];
