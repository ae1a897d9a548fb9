import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export interface ReceivedMail {
  from: string;
  to: string[];
  /** The message as it came, headers and all. */
  raw: string;
}

export interface SmtpStandIn {
  url: string;
  received: ReceivedMail[];
  close(): Promise<void>;
}

/** What an SMTP "no" looks like. */
export const smtpNo = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

export interface SmtpBehaviour {
  onRecipient?(address: string): Error | null;
  onData?(received: readonly ReceivedMail[]): Error | "silent" | null;
}

/** A real SMTP server for one test. */
export async function smtpStandIn(behaviour: SmtpBehaviour = {}): Promise<SmtpStandIn> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(behaviour.onRecipient?.(address) ?? null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const verdict = behaviour.onData?.(received) ?? null;
        if (verdict instanceof Error) return done(verdict);
        received.push(mailOf(session, Buffer.concat(chunks)));
        if (verdict !== "silent") done(null, "taken");
      });
    },
    onAuth: (auth, _session, done) =>
      auth.password === "right" ? done(null, { user: auth.username }) : done(smtpNo(535, "wrong")),
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function mailOf({ envelope }: SMTPServerSession, content: Buffer): ReceivedMail {
  return {
    from: envelope.mailFrom ? envelope.mailFrom.address : "",
    to: envelope.rcptTo.map(({ address }) => address),
    raw: content.toString("utf8"),
  };
}
