import "server-only";
import { auditModule } from "@/lib/audit/module";
import { batchesModule } from "@/lib/batches/module";
import { businessTimeModule } from "@/lib/business-time/module";
import { competenciesModule } from "@/lib/competencies/module";
import { exportsModule } from "@/lib/exports/module";
import { filesModule } from "@/lib/files/module";
import { identityModule } from "@/lib/identity/module";
import { importsModule } from "@/lib/imports/module";
import { inventoriesModule } from "@/lib/inventories/module";
import { jobSearchModule } from "@/lib/job-search/module";
import { mailModule } from "@/lib/mail/module";
import { messagesModule } from "@/lib/messages/module";
import { notesModule } from "@/lib/notes/module";
import { notificationsModule } from "@/lib/notifications/module";
import { organisationsModule } from "@/lib/organisations/module";
import { packagesModule } from "@/lib/packages/module";
import { peopleModule } from "@/lib/people/module";
import { plansModule } from "@/lib/plans/module";
import { programmesModule } from "@/lib/programmes/module";
import { recordsModule } from "@/lib/records/module";
import { reportsModule } from "@/lib/reports/module";
import { resumesModule } from "@/lib/resumes/module";
import { schedulingModule } from "@/lib/scheduling/module";
import { slaModule } from "@/lib/sla/module";
import { sponsorsModule } from "@/lib/sponsors/module";
import { tailoringModule } from "@/lib/tailoring/module";
import type { Module } from "@/lib/platform/module";

/** Every module of the product, one sorted line each. Palette, API, privacy, navigation and walks follow from it. */
export const modules: readonly Module[] = [
  auditModule,
  batchesModule,
  businessTimeModule,
  competenciesModule,
  exportsModule,
  filesModule,
  identityModule,
  importsModule,
  inventoriesModule,
  jobSearchModule,
  mailModule,
  messagesModule,
  notesModule,
  notificationsModule,
  organisationsModule,
  packagesModule,
  peopleModule,
  plansModule,
  programmesModule,
  recordsModule,
  reportsModule,
  resumesModule,
  schedulingModule,
  slaModule,
  sponsorsModule,
  tailoringModule,
];
