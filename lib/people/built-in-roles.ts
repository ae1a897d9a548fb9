import type { Permission, Scope } from "@/lib/platform/permissions";

export interface BuiltInRole {
  key: string;
  name: string;
  description: string;
  grants: Partial<Record<Permission, readonly Scope[]>>;
}

/** What everybody who signs in may do for themselves. */
const everybody = {
  "notifications:read": ["own"],
  "people:read": ["own"],
  "profile:write": ["own"],
  "records:read": ["own"],
  "search:run": ["own"],
  "views:write": ["own"],
} as const satisfies BuiltInRole["grants"];

/**
 * What who works for the organisation may do on each record that they see: read and write comments, read the organisation's own
 * fields. Not for those whom the records are about, nor for clients: executives, employees, mentors, sponsors, customers.
 */
const colleague = {
  ...everybody,
  "comments:read": ["own"],
  "comments:write": ["own"],
  "custom-fields:read": ["own"],
} as const satisfies BuiltInRole["grants"];

/** Roles whose own module has not come yet: they sign in, have a profile, and see the people that their work is about. */
const later = (base: BuiltInRole["grants"], reach: readonly Scope[] = []): BuiltInRole["grants"] => ({
  ...base,
  "people:read": ["own", ...reach],
});

/**
 * The permission matrix of the product: each built-in role with what it may do and how far. Seeded as rows into every
 * organisation; what an organisation wants otherwise, it copies and edits. Private notes are for their author and who
 * shares the case, so administrators hold no `notes:…`.
 */
export const builtInRoles: readonly BuiltInRole[] = [
  {
    key: "administrator",
    name: "Administrator",
    description: "People, roles, policies, templates, plan, audit and privacy of the organisation.",
    grants: {
      ...colleague,
      "audit:read": ["all"],
      "availability:read": ["all"],
      "availability:write": ["all"],
      "batches:run": ["own"],
      "calendars:read": ["all"],
      "calendars:write": ["all"],
      "custom-fields:write": ["all"],
      "engagements:read": ["all"],
      "engagements:write": ["all"],
      "exports:run": ["all"],
      "files:read": ["own"],
      "files:write": ["own"],
      "frameworks:read": ["all"],
      "frameworks:write": ["all"],
      "imports:run": ["all"],
      "mail:send": ["all"],
      "mailbox:read": ["all"],
      "mailbox:write": ["all"],
      "organisation:read": ["all"],
      "organisation:write": ["all"],
      "packages:read": ["all"],
      "packages:write": ["all"],
      "people:invite": ["all"],
      "people:read": ["all"],
      "people:write": ["all"],
      "programmes:handover": ["all"],
      "programmes:invite": ["all"],
      "programmes:read": ["all"],
      "programmes:write": ["all"],
      "records:fill": ["own"],
      "reports:read": ["all"],
      "roles:read": ["all"],
      "roles:write": ["all"],
      "separations:read": ["all"],
      "separations:write": ["all"],
      "session-types:write": ["all"],
      "sessions:read": ["all"],
      "sponsor-report:read": ["all"],
      "sponsors:read": ["all"],
      "sponsors:write": ["all"],
      "teams:read": ["all"],
      "teams:write": ["all"],
      "views:share": ["all"],
    },
  },
  {
    key: "consultant",
    name: "Career consultant",
    description: "Runs a caseload of programmes from the first consultation to the landing.",
    grants: {
      ...colleague,
      "availability:read": ["own"],
      "availability:write": ["own"],
      "batches:run": ["own"],
      "engagements:read": ["all"],
      "competencies:read": ["caseload"],
      "competencies:write": ["caseload"],
      "exports:run": ["caseload"],
      "files:read": ["own", "caseload"],
      "files:write": ["own", "caseload"],
      "frameworks:read": ["all"],
      "inventories:read": ["caseload"],
      "job-search:read": ["caseload"],
      "messages:read": ["own", "caseload"],
      "messages:write": ["own", "caseload"],
      "notes:read": ["caseload"],
      "notes:write": ["caseload"],
      "packages:read": ["all"],
      "people:read": ["own", "caseload", "team"],
      "plans:read": ["caseload"],
      "plans:sign": ["caseload"],
      "plans:write": ["caseload"],
      "programmes:handover": ["caseload"],
      "programmes:invite": ["caseload"],
      "programmes:land": ["caseload"],
      "programmes:read": ["caseload"],
      "programmes:work": ["caseload"],
      "programmes:write": ["caseload"],
      "records:fill": ["own"],
      "reports:read": ["caseload"],
      "resumes:read": ["caseload"],
      "resumes:write": ["caseload"],
      "separations:read": ["all"],
      "separations:write": ["all"],
      "sessions:hold": ["caseload"],
      "sessions:read": ["caseload"],
      "sessions:write": ["caseload"],
      "sponsors:read": ["all"],
      "teams:read": ["team"],
      "views:share": ["team", "all"],
    },
  },
  {
    key: "executive",
    name: "Executive",
    description: "The person in outplacement: sees the own programme and nothing else.",
    grants: {
      ...everybody,
      "competencies:read": ["own"],
      "competencies:write": ["own"],
      "exports:run": ["own"],
      "files:read": ["own"],
      "files:write": ["own"],
      "inventories:read": ["own"],
      "inventories:write": ["own"],
      "imports:run": ["own"],
      "job-search:read": ["own"],
      "job-search:write": ["own"],
      "messages:read": ["own"],
      "messages:write": ["own"],
      "notes:read": ["own"],
      "plans:read": ["own"],
      "plans:sign": ["own"],
      "plans:write": ["own"],
      "programmes:read": ["own"],
      "programmes:work": ["own"],
      "resumes:read": ["own"],
      "resumes:write": ["own"],
      "sessions:read": ["own"],
      "sessions:write": ["own"],
    },
  },
  {
    key: "recruiter",
    name: "Recruiter",
    description: "Tailors resumes to requirements and follows what came of it.",
    grants: {
      ...colleague,
      "exports:run": ["all"],
      "files:read": ["own"],
      "files:write": ["own"],
      "imports:run": ["own"],
      "tailoring:read": ["all"],
      "tailoring:write": ["all"],
      "teams:read": ["team"],
      "views:share": ["team", "all"],
    },
  },
  {
    key: "hr_manager",
    name: "HR manager",
    description: "Employees, leave, recruiting and reviews.",
    grants: later(colleague, ["all"]),
  },
  {
    key: "payroll_officer",
    name: "Payroll officer",
    description: "Pay runs and payslips.",
    grants: later(colleague, ["all"]),
  },
  {
    key: "interviewer",
    name: "Interviewer",
    description: "Interviews applicants and fills in scorecards.",
    grants: later(colleague),
  },
  {
    key: "sales_manager",
    name: "Sales manager",
    description: "Companies, contacts, deals and quotes.",
    grants: later(colleague, ["team"]),
  },
  {
    key: "support_agent",
    name: "Support agent",
    description: "Tickets from mail, web and staff.",
    grants: later(colleague, ["team"]),
  },
  {
    key: "training_officer",
    name: "Training officer",
    description: "Courses, certificates and renewals.",
    grants: later(colleague, ["all"]),
  },
  {
    key: "manager",
    name: "Manager",
    description: "The own reports, along the organisation chart.",
    grants: later(colleague, ["reports"]),
  },
  {
    key: "foreman",
    name: "Foreman",
    description: "The own crew: certificates and renewals on site.",
    grants: later(colleague, ["reports"]),
  },
  {
    key: "employee",
    name: "Employee",
    description: "The own record, leave, courses and reviews.",
    grants: later(everybody),
  },
  {
    key: "mentor",
    name: "Mentor",
    description: "Accompanies people who were matched.",
    grants: later(everybody),
  },
  {
    key: "content_editor",
    name: "Content editor",
    description: "Articles, guides, videos and templates.",
    grants: later(colleague),
  },
  {
    key: "sponsor",
    name: "Sponsor",
    description: "The client company’s HR: figures over the programmes it pays for, never private notes.",
    grants: {
      ...everybody,
      "engagements:read": ["own"],
      "exports:run": ["own"],
      // A long list comes as a file of the own ones.
      "files:read": ["own"],
      "sponsor-report:read": ["own"],
    },
  },
  {
    key: "customer",
    name: "Customer",
    description: "Sees the own tickets.",
    grants: later(everybody),
  },
];
