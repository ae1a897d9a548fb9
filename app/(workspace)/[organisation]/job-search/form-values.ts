import type { CompanyValues } from "@/components/job-search/company-form";
import type { ContactValues } from "@/components/job-search/contact-form";
import type { OpportunityValues } from "@/components/job-search/opportunity-form";

const usual = ["EUR", "CHF", "GBP", "USD", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY"];

/** Currencies to choose from, this one first. */
export const currenciesWith = (currency: string): [string, ...string[]] => [
  currency,
  ...usual.filter((one) => one !== currency),
];

export const noOpportunity: OpportunityValues = {
  title: "",
  companyName: "",
  place: "",
  source: "",
  link: "",
  payFrom: "",
  payTo: "",
  currency: "EUR",
  nextAction: "",
  nextActionOn: "",
  notes: "",
};

export const noContact: ContactValues = {
  name: "",
  companyName: "",
  role: "",
  strength: "1",
  relation: "",
  email: "",
  phone: "",
  notes: "",
  private: false,
};

export const noCompany: CompanyValues = { name: "", place: "", website: "", fit: "2", notes: "" };
