ALTER TABLE "imports" ADD COLUMN "within_id" uuid;
--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "agreed_pay_encrypted" text;
