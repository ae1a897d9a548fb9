import "server-only";
import { SpanStatusCode, trace } from "@opentelemetry/api";
import { organisationIdOf, personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import { logger } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";
import { Refusal } from "@/lib/platform/refusal";

interface Observed {
  kind: "command" | "query";
  name: string;
}

/**
 * Runs an operation and says how it went: a log line (commands at info, queries at debug) with request, organisation and person,
 * a duration for Prometheus, and a span where traces are on. What it was given and what it returned are in none of them.
 */
export async function observeOperation<Output>(
  { kind, name }: Observed,
  actor: OrganisationActor,
  requestId: string,
  work: () => Promise<Output>,
): Promise<Output> {
  const started = performance.now();
  return trace.getTracer("landfall").startActiveSpan(name, async (span) => {
    let outcome = "fault";
    try {
      const output = await work();
      outcome = "ok";
      return output;
    } catch (error) {
      if (error instanceof Refusal) outcome = error.code;
      else span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      const took = performance.now() - started;
      metrics().operations.observe({ kind, operation: name, outcome }, took / 1000);
      if (outcome === "fault") metrics().faults.inc();
      const organisationId = organisationIdOf(actor);
      const actorIds = { organisationId, personId: personIdOf(actor), actor: actor.kind };
      span.setAttributes({ "landfall.outcome": outcome, "landfall.organisation": organisationId });
      span.end();
      const level = kind === "command" || outcome === "fault" ? "info" : "debug";
      logger[level]({ code: "operation", operation: name, outcome, ms: Math.round(took), requestId, ...actorIds });
    }
  });
}
