ALTER TABLE "opportunities" ADD COLUMN "agreed_pay_encrypted" text;
