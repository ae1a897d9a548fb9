import type { RequirementStatus } from "@/lib/tailoring/requirements/status";

/** A requirement of the demo. Days count from today; negative ones lie in the past. */
export interface DemoRequirement {
  title: string;
  client: string;
  place: string;
  mode: "on-site" | "hybrid" | "remote";
  rate: readonly [string, string];
  per: "hour" | "day";
  vendor?: readonly [company: string, contact: string, email: string];
  /** Added so many days ago; candidates and the first day in so many days. */
  added: number;
  by: number | null;
  starts: number;
  /** `must` before the bar, `nice` behind; years behind a colon. */
  skills: string;
  words: string;
  status?: Exclude<RequirementStatus, "open">;
}

const halvard: DemoRequirement["vendor"] = ["Halvard Partners", "Runa Steinholt", "runa.steinholt@example.com"];
const ostby: DemoRequirement["vendor"] = ["Østby & Crane", "Malik Ferrante", "malik.ferrante@example.com"];

/** What the recruiter of the demo works on: late, pressing, calm, on hold, filled. */
export const demoRequirements: readonly DemoRequirement[] = [
  {
    ...{ title: "Staff Platform Engineer", client: "Brenholm Bank", place: "Zurich", mode: "hybrid" },
    ...{ rate: ["125", "140"], per: "hour", vendor: halvard, added: 6, by: 1, starts: 24 },
    skills: "Kubernetes:3, Go:2, Kafka, PostgreSQL | CI/CD, Terraform, .NET",
    words:
      "Our payments platform moves to Kubernetes next year. We need somebody who has done it: at least three years of Kubernetes in production, two of Go, and Kafka and PostgreSQL well enough to say no to a bad idea. CI/CD, Terraform and some .NET would help. Three days a week in Zurich.",
  },
  {
    ...{ title: "Senior Java Developer", client: "Tavola Retail", place: "Basel", mode: "hybrid" },
    ...{ rate: ["105", "118"], per: "hour", vendor: ostby, added: 9, by: -1, starts: 14 },
    skills: "Java:5, Spring Boot:3, SQL | React, AWS",
    words:
      "Five years of Java, three of Spring Boot, solid SQL. React and AWS are welcome. The team speaks English. We would like to see three candidates.",
  },
  {
    ...{ title: "Data Engineer", client: "Meridane Energy", place: "Remote, Europe", mode: "remote" },
    ...{ rate: ["780", "860"], per: "day", added: 4, by: 3, starts: 31 },
    skills: "Python:4, Apache Spark:2, Airflow, SQL | Databricks, Azure",
    words:
      "Smart-meter data, 40 million readings a day. Python and Spark daily, Airflow for the runs, SQL for everything.",
  },
  {
    ...{ title: "Cloud Engineer", client: "Lindqvarn Terminals", place: "Rotterdam", mode: "on-site" },
    ...{ rate: ["95", "110"], per: "hour", vendor: halvard, added: 3, by: 5, starts: 40 },
    skills: "AWS:3, Terraform:2, Linux | Ansible, Python, Terminalis",
    words: "Terminalis moves from two data centres to AWS; knowing it helps. On site because of the cranes.",
  },
  {
    ...{ title: "Frontend Engineer", client: "Corvane Packaging", place: "Linz", mode: "hybrid" },
    ...{ rate: ["88", "98"], per: "hour", added: 8, by: 7, starts: 35 },
    skills: "TypeScript:3, React:3, Accessibility | Next.js, Playwright",
    words: "A configurator for packaging, used by 400 sales people on tablets. It has to work for everybody.",
  },
  {
    ...{ title: "C# Developer", client: "Brantholm Foods", place: "Aarhus", mode: "on-site" },
    ...{ rate: ["90", "102"], per: "hour", vendor: ostby, added: 11, by: 2, starts: 20 },
    skills: "C#:4, .NET:4, SQL Server | Azure, Docker",
    words: "Pricing and recipes, ten years old and well kept. C# and .NET for four years or more; SQL Server.",
  },
  {
    ...{ title: "DevOps Engineer", client: "Harbourline Freight", place: "Hamburg", mode: "hybrid" },
    ...{ rate: ["100", "115"], per: "hour", added: 2, by: 12, starts: 50 },
    skills: "Docker:3, Kubernetes:2, Jenkins | Ansible, Prometheus",
    words: "Twelve teams, one pipeline each, no two alike. We want one.",
  },
  {
    ...{ title: "Solution Architect", client: "Ostrava Optics", place: "Ostrava", mode: "hybrid" },
    ...{ rate: ["920", "1050"], per: "day", added: 15, by: null, starts: 60 },
    skills: "Java:8, Kafka:3, MachineWeave:2 | AWS, PostgreSQL",
    words: "Somebody who has taken MachineWeave apart before and put it together again.",
  },
  {
    ...{ title: "Python Developer", client: "Fjordline Retail", place: "Gothenburg", mode: "remote" },
    ...{ rate: ["85", "95"], per: "hour", added: 20, by: 9, starts: 45, status: "on-hold" },
    skills: "Python:3, Django:2, PostgreSQL | Docker",
    words: "Waits for the budget of next year.",
  },
  {
    ...{ title: "Test Automation Engineer", client: "Brenholm Bank", place: "Zurich", mode: "on-site" },
    ...{ rate: ["90", "100"], per: "hour", vendor: halvard, added: 48, by: -30, starts: -10, status: "filled" },
    skills: "Java:3, Selenium:3 | Playwright, Jenkins",
    words: "Regression takes four days. It may take one.",
  },
  {
    ...{ title: "Salesforce Developer", client: "Halden Marine", place: "Bergen", mode: "remote" },
    ...{ rate: ["95", "105"], per: "hour", vendor: ostby, added: 62, by: -40, starts: -20, status: "closed" },
    skills: "Salesforce:3, Apex:2 | JavaScript",
    words: "Went to somebody inside.",
  },
];
