import { jobsHealth } from "@/lib/platform/health";
import { healthAnswer } from "@/lib/platform/health-answer";

export const dynamic = "force-dynamic";

/** Whether background work is done: queue lag, last runs; 503 with the reason where it is not. */
export async function GET(request: Request): Promise<Response> {
  return healthAnswer(request.headers, await jobsHealth());
}
