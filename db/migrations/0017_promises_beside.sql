ALTER TABLE "programme_contacts" ADD COLUMN "source_id" uuid;
--> statement-breakpoint
CREATE INDEX "sla_clocks_by_person_idx" ON "sla_clocks" USING btree ("organisation_id","person_id","started_at");
