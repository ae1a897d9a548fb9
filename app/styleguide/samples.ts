import type { ListAddress } from "@/components/data-table/url-state";
import type { ListPage } from "@/lib/platform/list-types";

/* Invented people and records, so that each piece shows what it will really hold: long names, two scripts, things that are missing. */

export const phaseNames = [
  "Intake",
  "Assessment",
  "Career plan",
  "Resume, profile",
  "Interview training",
  "Networking",
  "Search, offers",
  "Landing",
] as const;

interface Executive {
  name: string;
  own?: string;
  role: string | null;
  phase: number;
  next: string | null;
  quiet: number;
  state: string;
}

export const executives: Executive[] = [
  {
    name: "Tomás Echeverría Ibáñez",
    role: "Plant Director",
    phase: 6,
    next: "Agree on ten contacts",
    quiet: 23,
    state: "quiet",
  },
  {
    name: "Benedict Achterberg",
    role: "Chief Information Officer",
    phase: 6,
    next: "Rebook the cancelled session",
    quiet: 17,
    state: "quiet",
  },
  {
    name: "Ragnhild Thorvaldsen",
    role: "SVP Supply Chain",
    phase: 6,
    next: "Second call with three contacts",
    quiet: 12,
    state: "stalled",
  },
  {
    name: "Layla Haddad",
    own: "ليلى حداد",
    role: "General Counsel",
    phase: 7,
    next: "Answer on the non-compete clause",
    quiet: 9,
    state: "breached",
  },
  {
    name: "Aurelio Santangelo",
    role: "VP Operations",
    phase: 7,
    next: "Interview practice, 2 of 4",
    quiet: 8,
    state: "soon",
  },
  {
    name: "Dr. Maren Oyelaran",
    role: "Chief Financial Officer",
    phase: 7,
    next: "Compare two offers",
    quiet: 8,
    state: "fine",
  },
  {
    name: "Haruto Kinoshita",
    role: "Head of Research and Development",
    phase: 7,
    next: "Offer review",
    quiet: 7,
    state: "fine",
  },
  {
    name: "Camille Delacroix-Mbeki",
    role: "VP Sales, Europe, Middle East and Africa",
    phase: 7,
    next: "Follow up with two boards",
    quiet: 7,
    state: "fine",
  },
  { name: "Rafael Montenegro Quiroga", role: null, phase: 6, next: "Mentor introduced", quiet: 7, state: "fine" },
  {
    name: "Joanna van der Westhuizen",
    role: "Director, Internal Audit",
    phase: 7,
    next: null,
    quiet: 7,
    state: "paused",
  },
  {
    name: "Oluwaseun Bankole-Reyes",
    role: "Head of Treasury",
    phase: 7,
    next: "Second interview on Monday",
    quiet: 5,
    state: "fine",
  },
  {
    name: "Siobhán Ní Bhriain",
    role: "Chief People Officer",
    phase: 4,
    next: "Resume, second version, to be reviewed",
    quiet: 1,
    state: "soon",
  },
];

/** One page of the sample list, as the list reader of the server would give it. */
export function samplePage(address: ListAddress): ListPage {
  const words = address.q?.toLowerCase() ?? "";
  const states = address.filters.state?.split(",") ?? [];
  const least = Number(address.filters.quiet?.split("..")[0] ?? 0);
  const found = executives.filter(
    (one) =>
      one.name.toLowerCase().includes(words) &&
      (states.length === 0 || states.includes(one.state)) &&
      one.quiet >= least,
  );
  const sort = address.sort ?? "quiet";
  const way = (address.sort ? address.descending : true) ? -1 : 1;
  found.sort((a, b) => (sort === "quiet" ? a.quiet - b.quiet : a.name.localeCompare(b.name)) * way);
  return {
    rows: found.map((one) => ({
      id: one.name,
      href: `/styleguide?open=${encodeURIComponent(one.name)}#table`,
      cells: {
        name: one.own ? [one.name, one.own] : one.name,
        role: one.role,
        phase: [String(one.phase), "8", phaseNames[one.phase - 1] ?? ""],
        next: one.next,
        quiet: one.quiet,
        state: one.state,
        pay: ["21500000", "CHF"],
        start: "2026-07-02",
      },
    })),
    estimate: found.length === executives.length ? 9841 : found.length,
    estimateIsExact: found.length !== executives.length,
    next: found.length === executives.length ? "sample" : undefined,
  };
}

const shares = [0, 0.02, 0.08, 0.13, 0.2, 0.28, 0.33, 0.44, 0.56, 0.62, 0.67, 0.74, 0.77, 0.82, 0.91, 0.96];
const times = [0, 0.4, 0.8, 1.3, 1.6, 1.9, 2.6, 3.5, 4.1, 4.5, 5, 5.4, 5.8, 7.3, 8.1, 9.7];

export const landingCurve = {
  steps: [
    ...times.map((time, index) => ({
      time,
      share: shares[index] ?? 0,
      low: Math.max(0, (shares[index] ?? 0) - 0.11),
      high: Math.min(1, (shares[index] ?? 0) + 0.11),
    })),
    { time: 11.6, share: 0.96, low: 0.82, high: 1 },
  ],
  censored: [1.7, 2.3, 3.9, 4.8, 6, 6.1],
};

export const curveBefore = {
  steps: [
    ...times.slice(0, 13).map((time, index) => ({ time: time * 1.18, share: (shares[index] ?? 0) * 0.9 })),
    { time: 9.4, share: 0.86 },
  ],
};
