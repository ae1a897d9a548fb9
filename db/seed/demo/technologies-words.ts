/** What clients of the demo call their own systems, and others: pasted by the recruiter, a line each. */
export const demoTechnologies = `Terminalis: Terminalis TOS, TOS Core (2015)
MachineWeave: MW Shopfloor (2011)
RecipeBase: Recipe Base 2 (2014)
Kubernetes: Container Estate
CI/CD: Release Train Platform`;
