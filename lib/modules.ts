import "server-only";
import { auditModule } from "@/lib/audit/module";
import type { Module } from "@/lib/platform/module";
import { identityModule } from "@/lib/identity/module";
import { mailModule } from "@/lib/mail/module";
import { notificationsModule } from "@/lib/notifications/module";
import { organisationsModule } from "@/lib/organisations/module";
import { peopleModule } from "@/lib/people/module";
import { recordsModule } from "@/lib/records/module";

/** Every module of the product, one sorted line each. Palette, API, privacy, navigation and walks follow from it. */
export const modules: readonly Module[] = [
  auditModule,
  identityModule,
  mailModule,
  notificationsModule,
  organisationsModule,
  peopleModule,
  recordsModule,
];
