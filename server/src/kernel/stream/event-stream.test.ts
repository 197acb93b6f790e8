import { createEventStream, written } from './event-stream';

describe('a block of server-sent events', () => {
  it('says its parts on a line each, and ends with an empty one', () => {
    const block = { id: 'a', retryMs: 3_000, event: { name: 'told', data: { text: 'x\ny' } } };
    expect(written(block)).toBe('retry: 3000\nid: a\nevent: told\ndata: {"text":"x\\ny"}\n\n');
  });

  it('is a comment where it says nothing', () => {
    expect(written({ id: null })).toBe(':\n\n');
  });
});

describe('a stream of events', () => {
  const event = { name: 'told', data: 'x'.repeat(50) };

  it('cuts off a reader who leaves too much unread', async () => {
    const { body, send } = createEventStream(100);
    const closed = new Promise((resolve) => void body.once('close', resolve));
    send({ event });
    expect(body.destroyed).toBe(false);
    send({ event });
    await closed;
    expect(() => send({ event })).not.toThrow();
  });

  it('ends with a last block, and sends nothing after it', async () => {
    const { body, send, end } = createEventStream(100);
    end({ event });
    send({ event });
    const chunks: string[] = [];
    for await (const chunk of body) chunks.push(String(chunk));
    expect(chunks.join('')).toBe(written({ event }));
  });

  it('ends at once where its reader has not taken what was sent', () => {
    const { body, send, end, isDrained } = createEventStream(100);
    send({ event });
    expect(isDrained()).toBe(false);
    end({ event });
    expect(body.destroyed).toBe(true);
  });
});
