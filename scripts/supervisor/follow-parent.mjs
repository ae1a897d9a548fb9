// Loaded into every server that a supervisor starts (node --import): when the supervisor is killed, the channel to it closes, and
// the server ends too instead of keeping its port. What such a server forks inherits the import, but has a channel to the server
// for its own use: unref would end it before it got its first message (Next's development server), and the server stops it anyway.
const isForkOfNext = /start-server\.js$/.test(process.argv[1] ?? "");

if (!isForkOfNext) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel?.unref();
}
