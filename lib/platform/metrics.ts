import "server-only";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/*
 * What Prometheus is told. One registry per process, shared by all bundles of it. Labels are names and codes of the product,
 * never ids or addresses, so that their number stays small.
 */

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "landfall_" });
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name: `landfall_${name}`, help, registers });
  return {
    registry,
    requests: new Histogram({
      name: "landfall_http_request_duration_seconds",
      help: "Answered requests by method and class of status.",
      labelNames: ["method", "status"],
      buckets: seconds,
      registers,
    }),
    operations: new Histogram({
      name: "landfall_operation_duration_seconds",
      help: "Commands and queries by name and outcome (ok, a refusal's code, fault).",
      labelNames: ["kind", "operation", "outcome"],
      buckets: seconds,
      registers,
    }),
    faults: new Counter({ name: "landfall_faults_total", help: "Errors nobody expected.", registers }),
    outboxWaiting: gauge("outbox_waiting", "Events that wait to be handed on."),
    outboxLag: gauge("outbox_lag_seconds", "Age of the oldest event that waits to be handed on."),
    outboxFailing: gauge("outbox_failing", "Events that could not be handed on at least once."),
    auditUnsealed: gauge("audit_unsealed", "Audit entries that wait for their place in the chain."),
    auditLag: gauge("audit_lag_seconds", "Age of the oldest audit entry that is not sealed."),
    jobsLag: gauge("jobs_lag_seconds", "For how long the oldest background job that could run has been waiting."),
    jobsRunning: gauge("jobs_running", "Background functions that have not ended, sleeping ones too."),
    jobsFailed: gauge("jobs_failed_24h", "Background functions that failed in the last 24 hours."),
    runners: gauge("runners", "Background runners at work; absent with Inngest."),
  };
}

export type Metrics = ReturnType<typeof makeMetrics>;

declare global {
  var landfallMetrics: Metrics | undefined;
}

/** The metrics of this process. */
export const metrics = (): Metrics => (globalThis.landfallMetrics ??= makeMetrics());
