import { createServer } from "node:net";
import { StartFailure } from "../start-failure";

/** Refuses, with a StartFailure that says what to do, when the web server could not listen there. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  // A browser that is told “localhost” may try ::1 first: another program there would be taken for this one.
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (const each of hosts) {
    const code = await listening(port, each);
    if (code === "EADDRINUSE") {
      const other = port === 3000 ? 3001 : 3000;
      throw new StartFailure(
        `Port ${port} is taken by another program: stop that, or choose another port, such as PORT=${other} npm start.`,
      );
    }
    if (code === "EACCES") {
      throw new StartFailure(
        `Port ${port} may be opened by root only: choose one from 1024, such as PORT=3000 npm start.`,
      );
    }
    if (code === "EADDRNOTAVAIL" && each === host) {
      throw new StartFailure(`LANDFALL_HOST ${host} is no address of this machine: 127.0.0.1 and 0.0.0.0 always are.`);
    }
  }
}

function listening(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host, exclusive: true, ipv6Only: host === "::1" }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}
