ALTER TABLE "session_attendees" ADD COLUMN "late_moves" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "session_attendees" ADD CONSTRAINT "session_attendees_late_moves_check" CHECK ("session_attendees"."late_moves" >= 0);
