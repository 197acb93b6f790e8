/** An SMTP server in a process of its own that throws mails away and counts them by Message-ID. Says { port }. */
import { SMTPServer } from 'smtp-server';

let counts = new Map();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    let head = '';
    stream.on('data', (chunk) => {
      if (head.length < 4096) head += chunk.toString('latin1');
    });
    stream.on('end', () => {
      const id = /^message-id:\s*(<[^>]+>)/im.exec(head)?.[1] ?? 'none';
      counts.set(id, (counts.get(id) ?? 0) + 1);
      done();
    });
  },
});
server.on('error', () => undefined);

process.on('message', ({ id }) => {
  const repeated = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  process.send({ id, result: { distinct: counts.size, repeated, lacking: counts.has('none') } });
  counts = new Map();
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ ready: true, port: server.server.address().port }));
