import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What a mail server does with the next messages: its answer to the recipient (SMTP, section 4.2), or how it fails. */
export type MailServerBehaviour = 'accept' | 'drop-after-data' | `${number} ${string}`;

export interface MailServer {
  readonly port: number;
  behaviour: MailServerBehaviour;
  /** The messages it got, as they came over the line, also those it dropped the line on. */
  readonly received: string[];
  /** How many recipients it was asked to write to, refused ones too. */
  readonly asked: string[];
  /** Messages are answered only once this has settled. */
  hold: Promise<void>;
  stop(): Promise<void>;
}

const answer = (behaviour: MailServerBehaviour): Error | null => {
  const [, code, words] = /^(\d{3}) (.*)$/s.exec(behaviour) ?? [];
  return code === undefined ? null : Object.assign(new Error(words), { responseCode: Number(code) });
};

/** A mail server of the tests' own on a free port, since a real one cannot be told to fail. */
export const startUnreliableMailServer = async (): Promise<MailServer> => {
  const sockets = new Map<number | undefined, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onRcptTo({ address }, _session, done) {
      mail.asked.push(address);
      done(answer(mail.behaviour));
    },
    onData(stream, { remotePort }, done) {
      const receive = async () => {
        mail.received.push(await text(stream));
        if (mail.behaviour === 'drop-after-data') sockets.get(remotePort)?.destroy();
        await mail.hold;
      };
      // A client that was killed in the middle of a message.
      receive().then(() => done(), done);
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    const port = socket.remotePort;
    sockets.set(port, socket);
    socket.on('close', () => sockets.delete(port));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mail: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    behaviour: 'accept',
    received: [],
    asked: [],
    hold: Promise.resolve(),
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
  return mail;
};
