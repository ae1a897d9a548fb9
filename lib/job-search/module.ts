import "server-only";
import { addCompany, editCompany, removeCompany, restoreCompany } from "@/lib/job-search/commands/companies";
import {
  addContact,
  addContacts,
  editContact,
  removeContact,
  removeImportedContact,
  restoreContact,
} from "@/lib/job-search/commands/contacts";
import {
  acceptOffer,
  addOpportunity,
  editOpportunity,
  moveOpportunity,
  removeOpportunity,
  restoreOpportunity,
} from "@/lib/job-search/commands/opportunities";
import {
  finishFollowUp,
  logOutreach,
  removeOutreach,
  reopenFollowUp,
  restoreOutreach,
} from "@/lib/job-search/commands/outreach";
import { remindOfSearch, sendWeekly } from "@/lib/job-search/commands/reminders";
import {
  addCriterion,
  planWeek,
  removeCriterion,
  restoreCriterion,
  scoreOffer,
  weighCriterion,
} from "@/lib/job-search/commands/weeks-and-offers";
import { contactsTarget } from "@/lib/job-search/import-target";
import { companyList, contactList, opportunityList } from "@/lib/job-search/lists";
import { searchPersonalData } from "@/lib/job-search/personal-data";
import { contactChoices, oneCompany, oneContact, suggestContacts } from "@/lib/job-search/queries/contacts";
import { searchDue } from "@/lib/job-search/queries/due";
import { landingsToConfirm } from "@/lib/job-search/queries/landings-to-confirm";
import { comparedOffers } from "@/lib/job-search/queries/offers";
import { outreachList } from "@/lib/job-search/outreach-list";
import { landingToConfirm, oneOpportunity, searchBoard } from "@/lib/job-search/queries/opportunities";
import { searchStanding } from "@/lib/job-search/queries/standing";
import { searchWeeksOf } from "@/lib/job-search/queries/weeks";
import { searchKinds } from "@/lib/job-search/search-kinds";
import { module } from "@/lib/platform/module";

/** An executive's own search: opportunities, contacts, companies, what was done, offers. */
export const jobSearchModule = module({
  key: "job-search",
  commands: [
    acceptOffer,
    addCompany,
    addContact,
    addContacts,
    addCriterion,
    addOpportunity,
    editCompany,
    editContact,
    editOpportunity,
    finishFollowUp,
    logOutreach,
    moveOpportunity,
    planWeek,
    remindOfSearch,
    removeCompany,
    removeContact,
    removeCriterion,
    removeImportedContact,
    removeOpportunity,
    removeOutreach,
    reopenFollowUp,
    restoreCompany,
    restoreContact,
    restoreCriterion,
    restoreOpportunity,
    restoreOutreach,
    scoreOffer,
    sendWeekly,
    weighCriterion,
  ],
  queries: [
    comparedOffers,
    contactChoices,
    landingToConfirm,
    landingsToConfirm,
    oneCompany,
    oneContact,
    oneOpportunity,
    searchBoard,
    searchDue,
    searchStanding,
    searchWeeksOf,
    suggestContacts,
  ],
  lists: [companyList, contactList, opportunityList, outreachList],
  navigation: [
    {
      key: "search",
      path: "/job-search",
      icon: "target",
      permission: "job-search:read",
      scopes: ["own"],
      group: "work",
      phone: 1,
      position: 22,
    },
  ],
  search: searchKinds,
  notifications: [
    { kind: "job-search.accepted", app: true, mail: true },
    { kind: "job-search.follow-up", app: true, mail: false },
    { kind: "job-search.next-action", app: true, mail: false },
    { kind: "job-search.weekly", app: false, mail: true },
  ],
  events: ["job-search.offer-accepted", "job-search.opportunity-added", "job-search.opportunity-moved"],
  imports: [contactsTarget],
  personalData: searchPersonalData,
});
