import { databaseHealth } from "@/lib/platform/health";
import { healthAnswer } from "@/lib/platform/health-answer";

export const dynamic = "force-dynamic";

/** Whether the database answers; 503 with the reason where it does not. */
export async function GET(request: Request): Promise<Response> {
  return healthAnswer(request.headers, await databaseHealth());
}
