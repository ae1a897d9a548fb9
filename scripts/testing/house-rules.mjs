/** What a call of code must not look like here, by name: selectors of the syntax tree, and what to do instead. */
const houseRules = {
  "settings-in-one-place": {
    instead: "Settings are read in lib/platform/env.ts alone.",
    selectors: ["MemberExpression[object.name='process'][property.name='env']"],
  },
  // A role is a row with permissions; code that asks for its name would not know the roles that a firm makes itself.
  "no-role-names": {
    instead: "Ask for a permission, never for the name of a role.",
    selectors: [
      "BinaryExpression[operator=/^[!=]==?$/]:has(> MemberExpression[property.name=/^role(Key|Name)?$/]):has(> Literal[value=/./])",
      "BinaryExpression[operator=/^[!=]==?$/]:has(> Identifier[name=/^role(Key|Name)$/]):has(> Literal[value=/./])",
      "SwitchStatement > MemberExpression[property.name=/^role(Key|Name)?$/].discriminant",
      "CallExpression[callee.property.name=/^(includes|has)$/] > MemberExpression[property.name=/^role(Key|Name)?$/].arguments",
    ],
  },
  "no-barrels": {
    instead: "No barrels: import from the file that has it.",
    selectors: ["ExportAllDeclaration", "ExportNamedDeclaration[source]"],
  },
  "no-clock": {
    instead: "Rules have no clock: take the moment as a parameter.",
    selectors: [
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "MemberExpression[object.name='Date'][property.name='now']",
    ],
  },
};

const house = {
  meta: { name: "house" },
  rules: Object.fromEntries(
    Object.entries(houseRules).map(([name, { instead, selectors }]) => [
      name,
      {
        create: (context) =>
          Object.fromEntries(
            selectors.map((selector) => [selector, (node) => context.report({ node, message: instead })]),
          ),
      },
    ]),
  ),
};

export default house;
