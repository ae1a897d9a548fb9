import { Logger, run } from "graphile-worker";

/*
 * Bare graphile-worker in a process of its own, with the one task that is the peer of our background functions: it says that it
 * was done, and when.
 */

process.once("message", (order: { databaseUrl: string; concurrency: number }) => {
  void run({
    connectionString: order.databaseUrl,
    concurrency: order.concurrency,
    maxPoolSize: order.concurrency + 2,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: {
      bare: async (payload) => {
        process.send?.({ id: (payload as { id: string }).id, at: Date.now() });
      },
    },
  }).then(() => process.send?.("started"));
});
process.on("disconnect", () => process.exit(0));
process.send?.("loaded");
