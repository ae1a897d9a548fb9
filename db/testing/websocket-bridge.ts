import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { createWebSocketStream, WebSocketServer } from "ws";

/** A WebSocket door in front of Postgres on this machine, as Neon has one. */
export interface Bridge {
  /** `host:port`, as NEON_WS_PROXY wants it. */
  address: string;
  /** How many connections were opened through it so far. */
  opened(): number;
  /** Cuts every connection, as a restart of Neon's proxy does. */
  cut(): void;
  close(): Promise<void>;
}

/** Opens a bridge on a free port. It leads to the port that a connection names in `?address=`, on this machine only. */
export async function openBridge(): Promise<Bridge> {
  const server = createServer();
  const doors = new WebSocketServer({ server });
  const sockets = new Set<Socket>();
  let opened = 0;
  doors.on("connection", (door, request) => {
    opened += 1;
    const named = new URL(request.url ?? "/", "ws://bridge").searchParams.get("address") ?? "";
    const socket = connect(Number(named.split(":").at(-1)), "127.0.0.1");
    const stream = createWebSocketStream(door);
    socket.pipe(stream).pipe(socket);
    for (const side of [socket, stream]) side.on("error", () => door.terminate());
    socket.once("close", () => (sockets.delete(socket), door.close()));
    sockets.add(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    opened: () => opened,
    cut() {
      for (const door of doors.clients) door.terminate();
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const door of doors.clients) door.terminate();
      doors.close();
      server.close();
      await once(server, "close");
    },
  };
}
