import type { ToldResume } from "@/db/seed/resume-document";

/** A candidate of the demo: positions from the present one back, each with what was done and used. */
export interface DemoCandidate extends ToldResume {
  /** Brought so many days ago. */
  ago: number;
}

export const demoCandidates: readonly DemoCandidate[] = [
  {
    ...{ name: "Daniela Ferreira Prasad", place: "Lisbon, Portugal", phone: "+351 210 000 142", ago: 21 },
    summary: "Platform engineering lead with fourteen years in payments and logistics.",
    positions: [
      {
        ...{ title: "Principal Engineer", employer: "Castellmar Payments", dates: "Mar 2021 - Present" },
        bullets: [
          "Own the settlement platform: 4.2 million transfers a day in eleven countries.",
          "Lead nine engineers in two time zones; hired six of them.",
        ],
        environment: "Java 21, Go, Kubernetes, PostgreSQL, Kafka, AWS",
      },
      {
        ...{ title: "Senior Engineer", employer: "Nordhavn Freight Systems", dates: "Aug 2016 - Feb 2021" },
        bullets: ["Designed the booking service for 140 terminals.", "Replaced a nightly batch with streams."],
        environment: "Java 11, Kafka, PostgreSQL, Docker, Jenkins",
      },
    ],
    skills: "Terraform, CI/CD, C#, .NET",
  },
  {
    ...{ name: "Tobias Wennergren", place: "Zurich, Switzerland", phone: "+41 44 555 01 42", ago: 17 },
    summary: "Builds clusters that let people sleep.",
    positions: [
      {
        ...{ title: "Site Reliability Engineer", employer: "Halden Marine", dates: "Jan 2020 - Present" },
        bullets: ["Brought alerts at night from forty to three a month.", "Runs 63 services for eleven teams."],
        environment: "Kubernetes, Terraform, AWS, Prometheus, Go",
      },
      {
        ...{ title: "Linux Administrator", employer: "Kvist Hosting", dates: "May 2014 - Dec 2019" },
        bullets: ["Kept 300 servers to the bank's baseline."],
        environment: "Linux, Ansible, Docker, Python",
      },
    ],
    skills: "Kafka, PostgreSQL, CI/CD",
  },
  {
    ...{ name: "Amara Okonjo-Hughes", place: "Basel, Switzerland", phone: "+41 61 555 01 18", ago: 30 },
    summary: "Java developer who likes tests more than meetings.",
    positions: [
      {
        ...{ title: "Senior Java Developer", employer: "Meridane Energy", dates: "Sep 2018 - Present" },
        bullets: [
          "Built twelve services with contract tests.",
          "Took the billing core to Java 21 without a day of downtime.",
        ],
        environment: "Java, Spring Boot, PostgreSQL, React, AWS",
      },
      {
        ...{ title: "Developer", employer: "Orrel Software", dates: "Feb 2014 - Aug 2018" },
        bullets: ["Wrote the claims workflow of three insurers."],
        environment: "Java 8, SQL, Oracle, JavaScript",
      },
    ],
    skills: "Docker, Jenkins, Selenium",
  },
  {
    ...{ name: "Yusuf Demirel", place: "Istanbul, Türkiye", phone: "+90 212 555 01 77", ago: 12 },
    summary: "Data engineer for numbers that arrive all day.",
    positions: [
      {
        ...{ title: "Data Engineer", employer: "Fjordline Retail", dates: "Apr 2019 - Present" },
        bullets: ["Rewrote thirty jobs that read 40 million lines a day.", "Made the morning figures arrive at six."],
        environment: "Python, Apache Spark, Airflow, SQL, Databricks",
      },
      {
        ...{ title: "Analyst", employer: "Sande Statistics", dates: "Jul 2015 - Mar 2019" },
        bullets: ["Wrote the report that the board reads."],
        environment: "SQL, Python, Tableau",
      },
    ],
    skills: "Azure, Docker",
  },
  {
    ...{ name: "Greta Lindholm", place: "Gothenburg, Sweden", phone: "+46 31 555 01 09", ago: 25 },
    summary: "Frontend engineer; accessibility is where I begin.",
    positions: [
      {
        ...{ title: "Frontend Engineer", employer: "Fjordline Retail", dates: "Jun 2019 - Present" },
        bullets: [
          "Cut the first load on a tablet from 4.1 to 1.2 seconds.",
          "Took the shop to WCAG 2.2 AA with its own users.",
        ],
        environment: "TypeScript, React, Next.js, Playwright, Accessibility",
      },
      {
        ...{ title: "Web Developer", employer: "Studio Havn", dates: "Mar 2015 - May 2019" },
        bullets: ["Built forty sites that still work."],
        environment: "JavaScript, PHP, CSS",
      },
    ],
    skills: "Node.js, GraphQL",
  },
  {
    ...{ name: "Rasmus Kjærgaard", place: "Aarhus, Denmark", phone: "+45 86 55 01 31", ago: 40 },
    summary: "Ten years of C# in kitchens and factories.",
    positions: [
      {
        ...{ title: "Lead Developer", employer: "Brantholm Foods", dates: "Oct 2017 - Present" },
        bullets: ["Moved six services to .NET 8 and Linux.", "Keeps a ten-year-old schema in good health."],
        environment: "C#, .NET, SQL Server, Azure, Docker",
      },
      {
        ...{ title: "Developer", employer: "Vestjysk Data", dates: "Aug 2012 - Sep 2017" },
        bullets: ["Wrote the pricing module with 400 unit tests."],
        environment: "C#, SQL Server, JavaScript",
      },
    ],
    skills: "TypeScript, Jenkins",
  },
  {
    ...{ name: "Nadia El-Amrani", place: "Rotterdam, Netherlands", phone: "+31 10 555 01 64", ago: 8 },
    summary: "Cloud engineer who has moved two data centres.",
    positions: [
      {
        ...{ title: "Cloud Engineer", employer: "Lindqvarn Terminals", dates: "Feb 2021 - Present" },
        bullets: ["Described 140 resources as code.", "Set up guard rails for nine teams."],
        environment: "AWS, Terraform, Linux, Python, Ansible, TOS Core",
      },
      {
        ...{ title: "Systems Engineer", employer: "Maas Cranes", dates: "Jan 2017 - Jan 2021" },
        bullets: ["Ran the control room's servers."],
        environment: "Linux, Bash, VMware",
      },
    ],
    skills: "Docker, Kubernetes, Prometheus",
  },
  {
    ...{ name: "Piotr Zieliński", place: "Ostrava, Czechia", phone: "+420 59 555 01 20", ago: 55 },
    summary: "Architect of shop floors.",
    positions: [
      {
        ...{ title: "Solution Architect", employer: "Ostrava Optics", dates: "May 2016 - Present" },
        bullets: ["Took a system apart into nine services, one each month."],
        environment: "Java, Kafka, PostgreSQL, AWS, MachineWeave",
      },
      {
        ...{ title: "Java Developer", employer: "Moravia Soft", dates: "Sep 2009 - Apr 2016" },
        bullets: ["Wrote machine interfaces for twelve plants."],
        environment: "Java, Oracle, Linux",
      },
    ],
    skills: "Docker, Kubernetes",
  },
  {
    ...{ name: "Leila Haddad-Moreau", place: "Lyon, France", phone: "+33 4 55 55 01 88", ago: 5 },
    summary: "Python developer, eight years of shops that stay open.",
    positions: [
      {
        ...{ title: "Python Developer", employer: "Maison Corvel", dates: "Nov 2018 - Present" },
        bullets: ["Kept a shop with 40,000 visitors a day quick through three Black Fridays."],
        environment: "Python, Django, PostgreSQL, Docker",
      },
    ],
    skills: "React, AWS, CI/CD",
  },
  {
    ...{ name: "Samuel Achterberg", place: "Hamburg, Germany", phone: "+49 40 555 01 53", ago: 3 },
    summary: "One pipeline for twelve teams.",
    positions: [
      {
        ...{ title: "DevOps Engineer", employer: "Harbourline Freight", dates: "Jul 2019 - Present" },
        bullets: ["Turned seventy jobs into one pipeline that every team reads."],
        environment: "Docker, Kubernetes, Jenkins, Ansible, Prometheus",
      },
      {
        ...{ title: "Test Engineer", employer: "Elbe Systems", dates: "Mar 2013 - Jun 2019" },
        bullets: ["Kept 900 tests green for two years."],
        environment: "Java, Selenium, Jenkins",
      },
    ],
    skills: "Terraform, AWS, Python",
  },
];
