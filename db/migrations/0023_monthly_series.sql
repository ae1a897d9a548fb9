ALTER TABLE "session_series" ALTER COLUMN "weeks" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "session_series" ALTER COLUMN "count" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "session_series" ADD COLUMN "month_week" text;
--> statement-breakpoint
ALTER TABLE "session_series" ADD COLUMN "until_on" date;
--> statement-breakpoint
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_month_week_check" CHECK ("session_series"."month_week" in ('1', '2', '3', '4', 'last'));
--> statement-breakpoint
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_repeats_check" CHECK (("session_series"."weeks" is null) <> ("session_series"."month_week" is null));
--> statement-breakpoint
ALTER TABLE "session_series" ADD CONSTRAINT "session_series_ends_check" CHECK (("session_series"."count" is null) <> ("session_series"."until_on" is null));
