import next from "eslint-config-next/core-web-vitals";
import { globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const programs = ["scripts/**", "bench/**", "e2e/**", "*.config.*", "**/testing/**", "**/*.test.{ts,tsx}"];

const settings = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Settings are read in lib/platform/env.ts alone.",
};

// A role is a row with permissions; code that asks for its name would not know the roles that a firm makes itself.
const role = "MemberExpression[property.name=/^role(Key|Name)?$/]";
const roles = [
  `BinaryExpression[operator=/^[!=]==?$/]:has(> ${role}):has(> Literal[value=/./])`,
  `BinaryExpression[operator=/^[!=]==?$/]:has(> Identifier[name=/^role(Key|Name)$/]):has(> Literal[value=/./])`,
  `SwitchStatement > ${role}.discriminant`,
  `CallExpression[callee.property.name=/^(includes|has)$/] > ${role}.arguments`,
].map((selector) => ({ selector, message: "Ask for a permission, never for the name of a role." }));

const barrels = ["ExportAllDeclaration", "ExportNamedDeclaration[source]"].map((selector) => ({
  selector,
  message: "No barrels: import from the file that has it.",
}));

const clock = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "MemberExpression[object.name='Date'][property.name='now']",
].map((selector) => ({ selector, message: "Rules have no clock: take the moment as a parameter." }));

const everywhere = [...roles, ...barrels];

export default tseslint.config(
  globalIgnores([
    "node_modules/",
    ".next/",
    ".next-*/",
    ".cache/",
    ".landfall/",
    "next-env.d.ts",
    "public/",
    "test-results/",
  ]),
  ...next,
  ...tseslint.configs.recommended,
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true, "ts-nocheck": true },
      ],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-restricted-syntax": ["error", settings, ...everywhere],
      // Pictures are people's own files behind permissions: the optimiser would keep copies outside them.
      "@next/next/no-img-element": "off",
      // “module” is our word for a module's manifest; nothing here is CommonJS.
      "@next/next/no-assign-module-variable": "off",
      "import/no-anonymous-default-export": "off",
      // What the browser alone knows (drafts, width, theme) can be read only after the first, server-made render.
      "react-hooks/set-state-in-effect": "off",
    },
  },
  {
    files: ["lib/*/rules.ts", "lib/*/rules/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-syntax": ["error", settings, ...everywhere, ...clock] },
  },
  {
    // Next.js finds a route by what its file exports, wherever that is written.
    files: ["app/**"],
    rules: { "no-restricted-syntax": ["error", settings, ...roles] },
  },
  {
    // instrumentation.ts asks which runtime it is in; Next puts the answer there when it builds.
    files: [...programs, "instrumentation.ts", "lib/platform/env.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere] },
  },
  { files: programs, rules: { "no-console": "off" } },
  {
    // No React there: a function whose name begins with “use” is no hook.
    files: ["bench/**", "db/**", "e2e/**", "inngest/**", "lib/**/*.ts", "scripts/**"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
);
