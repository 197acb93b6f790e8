import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server in this process. One that hangs takes a message, and never answers that it has it.
 * @returns its port, and how many messages it got so far
 */
export const startSmtp = async ({ hangs }) => {
  let received = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => {
        received += 1;
        if (!hangs) done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return { port: server.server.address().port, received: () => received };
};
