import { jobsHealth } from "@/lib/platform/health";
import { mayObserve } from "@/lib/platform/may-observe";
import { metrics } from "@/lib/platform/metrics";

export const dynamic = "force-dynamic";

/** For Prometheus: with METRICS_TOKEN as a bearer; without a token only for this machine itself. */
export async function GET(request: Request): Promise<Response> {
  if (!mayObserve(request.headers)) return new Response("Not found\n", { status: 404 });
  const known = metrics();
  const { details } = await jobsHealth();
  if ("outbox" in details) {
    const { outbox, audit, runner } = details;
    known.outboxWaiting.set(outbox.count);
    known.outboxLag.set(outbox.oldestSeconds);
    known.outboxFailing.set(outbox.failing);
    known.auditUnsealed.set(audit.count);
    known.auditLag.set(audit.oldestSeconds);
    if (runner) {
      known.jobsLag.set(runner.queueLagSeconds);
      known.jobsRunning.set(runner.running);
      known.jobsFailed.set(runner.failed24h);
      known.runners.set(runner.runners);
    }
  }
  return new Response(await known.registry.metrics(), {
    headers: { "content-type": known.registry.contentType, "cache-control": "no-store" },
  });
}
