import "server-only";

/**
 * Sends traces to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names (the exporter reads that setting itself). Next's own spans
 * and those of operations go there.
 */
export async function startTracing(): Promise<void> {
  const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/sdk-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  new NodeSDK({ serviceName: "landfall", traceExporter: new OTLPTraceExporter() }).start();
}
