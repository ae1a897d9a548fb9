import "server-only";
import { auditPersonalData } from "@/lib/audit/personal-data";
import { auditEntry, auditList } from "@/lib/audit/queries";
import { module } from "@/lib/platform/module";

export const auditModule = module({
  key: "audit",
  commands: [],
  queries: [auditEntry],
  lists: [auditList],
  navigation: [
    {
      key: "audit",
      path: "/audit",
      icon: "history",
      permission: "audit:read",
      group: "organisation",
      position: 90,
    },
  ],
  personalData: auditPersonalData,
  withoutPersonalData: { audit_heads: "The number, hash and seal at which the chain ends." },
});
