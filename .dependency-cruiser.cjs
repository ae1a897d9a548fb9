/**
 * The arrows of the house (docs/architecture.md): app → components → lib/<module> → lib/platform → db, and the order among modules.
 */

/** A module may use those above it in this list, never those below: what must go up goes as an event or through the manifest. */
const modules = [
  "business-time",
  "icalendar",
  "audit",
  "identity",
  "people",
  "organisations",
  "documents",
  "files",
  "mail",
  "notifications",
  "sla",
  "records",
  "imports",
  "exports",
  "batches",
  "resumes",
  "packages",
  "sponsors",
  "programmes",
  "notes",
  "scheduling",
  "messages",
  "competencies",
  "inventories",
  "plans",
  "job-search",
  "tailoring",
  "reports",
];

/** The readers of every manifest, and the adapters between a request and a command: no modules, so above all of them. */
const aboveModules = "^lib/(modules\\.ts|entry/)";

/** Tests and what helps them may look wherever they must. */
const tests = "\\.torture\\.ts$|\\.test\\.tsx?$|/testing/|^(e2e|bench|scripts)/";

/** Who may look across organisations: sign-in and the directory of them, dispatch and sweeps, mail's deliveries, limits, the audit job. */
const across = [
  "^db/(seed|schema)/",
  "^inngest/",
  "^lib/platform/",
  "^lib/(audit|identity|mail|organisations|people)/",
];

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Except through the list of manifests: a command may ask the registry, and the manifest of its module names the command.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"], pathNot: "^lib/modules\\.ts$" } },
    },
    {
      name: "lib-does-not-know-screens",
      severity: "error",
      from: { path: "^(lib|db|inngest)/", pathNot: `${tests}|^lib/entry/` },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-do-not-know-routes",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: { path: "^app/" },
    },
    {
      name: "platform-knows-no-module",
      comment: "Except the registry, which reads the list of manifests.",
      severity: "error",
      from: { path: "^lib/platform/", pathNot: `${tests}|^lib/platform/(registry|i18n/.*)\\.ts$` },
      to: { path: "^lib/", pathNot: "^lib/platform/" },
    },
    {
      name: "database-knows-nothing-above",
      comment: "Except the settings, and the seed, which runs the application's own commands.",
      severity: "error",
      from: { path: "^db/", pathNot: `${tests}|^db/seed/` },
      to: {
        path: "^(lib|inngest|scripts)/",
        pathNot: "^lib/platform/(env|clock|log|operation|organisation|actor)\\.ts$",
      },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      from: { path: "^lib/[^/]+/rules(\\.ts|/)", pathNot: tests },
      to: {
        path: "^(db|inngest|scripts)/|^node_modules/(pg|drizzle-orm|next|react)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "drivers-behind-the-client",
      comment: "The runner and LISTEN need a connection of their own, migrations run as the owner.",
      severity: "error",
      from: { pathNot: `${tests}|^db/(client|migrate)\\.ts$|^inngest/embedded/|^lib/platform/live\\.ts$` },
      to: { path: "^node_modules/(pg|@neondatabase/serverless)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "across-the-wall-in-listed-places",
      severity: "error",
      from: { pathNot: `${tests}|${across.join("|")}` },
      to: { path: "^db/across\\.ts$" },
    },
    {
      name: "nobody-knows-the-embedded-runner",
      comment:
        "The application talks to Inngest; only the outbox and the client choose who answers, and health says how it fares.",
      severity: "error",
      from: { pathNot: `${tests}|^inngest/(embedded/|client\\.ts)|^lib/platform/(outbox[^/]*|health)\\.ts$` },
      to: { path: "^inngest/embedded/" },
    },
    {
      name: "links-are-fetched-when-meant",
      comment:
        "components/ui/link.tsx fetches a page ahead when somebody is about to go there, not when its link is seen.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^components/ui/link\\.tsx$" },
      to: { path: "^node_modules/next/link" },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: { path: "^(app|components|db|inngest|lib)/", pathNot: tests },
      to: { path: "\\.test\\.tsx?$|/testing/|^e2e/" },
    },
    ...modules.flatMap((module, position) => {
      const below = modules.slice(position + 1);
      if (below.length === 0) return [];
      return {
        name: `${module}-does-not-know-modules-above-it`,
        severity: "error",
        from: { path: `^lib/${module}/`, pathNot: tests },
        to: { path: `^lib/(${below.join("|")})/` },
      };
    }),
    {
      name: "every-module-has-its-place",
      comment: "Enter a new module in the list at the top of .dependency-cruiser.cjs.",
      severity: "error",
      from: { path: "^lib/[^/]+/", pathNot: `${tests}|^lib/(platform|${modules.join("|")})/|${aboveModules}` },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "^node_modules/" },
    exclude: { path: "^(\\.next|\\.cache|\\.landfall|public)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    cache: { folder: ".cache/dependency-cruiser", strategy: "content", compress: true },
  },
};
