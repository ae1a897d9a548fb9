ALTER TABLE "session_answers" ALTER COLUMN "person_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "session_answers" ADD COLUMN "guest_id" uuid;
--> statement-breakpoint
ALTER TABLE "session_answers" ADD CONSTRAINT "session_answers_organisation_id_guest_id_session_guests_organisation_id_id_fk" FOREIGN KEY ("organisation_id","guest_id") REFERENCES "public"."session_guests"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "mail_messages_by_recipient_idx" ON "mail_messages" USING btree ("organisation_id",lower("to_address"),"at");
--> statement-breakpoint
CREATE INDEX "session_answers_by_guest_idx" ON "session_answers" USING btree ("organisation_id","guest_id") WHERE "session_answers"."guest_id" is not null;
--> statement-breakpoint
ALTER TABLE "session_answers" ADD CONSTRAINT "session_answers_once_of_guest_key" UNIQUE("organisation_id","session_id","guest_id");
--> statement-breakpoint
ALTER TABLE "session_answers" ADD CONSTRAINT "session_answers_whose_check" CHECK (("session_answers"."person_id" is null) <> ("session_answers"."guest_id" is null));
