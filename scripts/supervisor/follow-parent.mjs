// Loaded into every server that a supervisor starts (node --import): when the supervisor is killed, the channel to it closes, and
// the server ends too instead of keeping its port.
process.once("disconnect", () => {
  setTimeout(() => process.exit(1), 5_000).unref();
  process.kill(process.pid, "SIGTERM");
});
process.channel?.unref();
