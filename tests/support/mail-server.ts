import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a mail server does with the next messages: its answer to the recipient (SMTP, section 4.2), or how it fails. */
export type MailServerBehaviour = 'accept' | 'drop-after-data' | `${number} ${string}`;

export interface MailServer {
  readonly port: number;
  behaviour: MailServerBehaviour;
  /** The messages it got, as they came over the line, also those it dropped the line on. */
  readonly received: string[];
  /** Messages are answered only once this has settled. */
  hold: Promise<void>;
  stop(): Promise<void>;
}

/**
 * A mail server of the tests' own, since a real one cannot be told to fail: it speaks SMTP on a free port as far as a
 * client needs it.
 */
export const startUnreliableMailServer = async (): Promise<MailServer> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.setEncoding('latin1'));
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    const say = (line: string) => void socket.write(`${line}\r\n`);
    let message: string | null = null;

    const endMessage = async (text: string) => {
      mail.received.push(text);
      if (mail.behaviour === 'drop-after-data') return void socket.destroy();
      await mail.hold;
      say('250 OK');
    };
    const hear = (line: string) => {
      if (message !== null) {
        if (line !== '.') return void (message += `${line}\n`);
        const text = message;
        message = null;
        return void endMessage(text);
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'DATA') message = '';
      if (verb === 'DATA') return say('354 Go on');
      if (verb === 'QUIT') return void socket.end('221 Bye\r\n');
      if (verb === 'RCPT' && /^\d/.test(mail.behaviour)) return say(mail.behaviour);
      say('250 OK');
    };

    let rest = '';
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    });
    say('220 tests.example');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mail: MailServer = {
    port: (server.address() as AddressInfo).port,
    behaviour: 'accept',
    received: [],
    hold: Promise.resolve(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return mail;
};
