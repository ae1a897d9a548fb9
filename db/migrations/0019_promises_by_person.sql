CREATE INDEX "sla_clocks_by_responsible_idx" ON "sla_clocks" USING btree ("organisation_id","responsible_id","started_at");
--> statement-breakpoint
CREATE INDEX "sla_clocks_by_sponsor_idx" ON "sla_clocks" USING btree ("organisation_id","sponsor_id","started_at");
