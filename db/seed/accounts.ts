/** Whom one can sign in as in the demo: printed after `npm start`, and one click each on the sign-in page. */
export interface DemoAccount {
  /** The role, as it is printed. */
  title: string;
  name: string;
  calledName?: string;
  pronouns?: string;
  email: string;
  password: string;
  roleKeys: readonly string[];
  timeZone?: string;
  headline?: string;
}

/** Everybody in the demo has the same password; it opens nothing but the demo. */
export const demoPassword = "landfall demo";

const account = (title: string, name: string, roleKeys: string[], more: Partial<DemoAccount> = {}): DemoAccount => ({
  title,
  name,
  email: `${name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[\s-]+/)
    .slice(0, 2)
    .join(".")}@alder-quay.example`,
  password: demoPassword,
  roleKeys,
  ...more,
});

/** The people of Alder & Quay who sign in. The first of each role is the one whose desk a visitor sits at. */
export const demoAccounts: readonly DemoAccount[] = [
  account("Administrator", "Inès Barkhausen", ["administrator"], { headline: "Managing partner" }),
  account("Consultant", "Judith Okafor-Lindqvist", ["consultant"], {
    headline: "Career consultant",
    pronouns: "she/her",
  }),
  account("Consultant", "Henrik Sandvoort", ["consultant"], { headline: "Career consultant" }),
  account("Executive", "Aurelio Santangelo", ["executive"], {
    timeZone: "Europe/Istanbul",
    headline: "VP Operations",
  }),
  account("Recruiter", "Dario Venkataraman", ["recruiter"]),
  account("HR manager", "Callum Fairweather-Diaz", ["hr_manager"]),
  account("Payroll officer", "Beatrix Lindqvist", ["payroll_officer"]),
  account("Interviewer", "Thandiwe Mokoena", ["interviewer"]),
  account("Sales manager", "Noor van Santen", ["sales_manager"]),
  account("Support agent", "Milo Karvonen", ["support_agent"]),
  account("Training officer", "Moses Adeyemi-Krol", ["training_officer"]),
  account("Manager", "Ottilie Brunner", ["manager"]),
  account("Foreman", "Zsófia Tarkany", ["foreman"]),
  account("Employee", "Elias Rönnberg", ["employee"]),
  account("Mentor", "Graça Monteiro", ["mentor"]),
  account("Content editor", "Idris Fennimore", ["content_editor"]),
  account("Sponsor", "Petra Holub", ["sponsor"], { headline: "HR director, Lindqvarn Logistics" }),
  account("Customer", "Wim Achterkamp", ["customer"]),
];

/** Runs the installation: makes organisations, sets plans, never sees inside. Belongs to none of them. */
export const demoOperator = {
  title: "Operator",
  name: "Olufemi Strand",
  email: "operator@landfall.example",
  password: demoPassword,
};

/** The teams of Alder & Quay: who leads stands first. */
export const demoTeams: Readonly<Record<string, readonly string[]>> = {
  "Basel office": ["Henrik Sandvoort"],
  "Zurich office": ["Judith Okafor-Lindqvist", "Dario Venkataraman"],
};
