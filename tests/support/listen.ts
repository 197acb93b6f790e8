import type { Actor } from './actors';

/** A block of an event stream. What it does not say is null. */
export interface Told {
  readonly id: string | null;
  readonly name: string | null;
  readonly data: unknown;
}

export interface Listening {
  readonly status: number;
  readonly headers: Headers;
  /** The next event; null where the stream has ended. */
  next(): Promise<Told | null>;
  /** The next event of a name. @throws where the stream ends before */
  nextOf(name: string): Promise<unknown>;
  /** Waits until the stream has begun: whatever happens from then on is told. */
  begun(): Promise<void>;
  /** What `Last-Event-ID` would say by now. */
  lastId(): string;
  hangUp(): void;
}

const parsed = (block: string): Told => {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    })
  );
  const data = fields.get('data');
  return {
    id: fields.get('id') ?? null,
    name: fields.get('event') ?? null,
    data: data === undefined ? null : JSON.parse(data),
  };
};

async function* blocksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const blocks = (text + decoder.decode(chunk.value, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks.map(parsed);
  }
}

const opened = new Set<Listening>();

/** Hangs up all that a test has left open. */
export const hangUpAll = (): void => {
  for (const listening of opened) listening.hangUp();
  opened.clear();
};

/** Listens to an event stream in the name of an actor. */
export const listenTo = async (
  { headers }: Actor,
  path: string,
  { url = site.url, lastId }: { url?: string; lastId?: string } = {}
): Promise<Listening> => {
  const controller = new AbortController();
  const response = await fetch(url + path, {
    headers: { ...headers, ...(lastId === undefined ? {} : { 'Last-Event-ID': lastId }) },
    signal: controller.signal,
  });
  if (response.body === null) throw new Error(`${path} has no body`);
  const blocks = blocksOf(response.body);
  let last = lastId ?? '';
  const read = async (): Promise<Told | null> => {
    const { value } = await blocks.next();
    if (!value) return null;
    last = value.id ?? last;
    return value;
  };
  const next = async (): Promise<Told | null> => {
    for (;;) {
      const told = await read();
      if (told === null || told.name !== null) return told;
    }
  };
  const listening: Listening = {
    status: response.status,
    headers: response.headers,
    next,
    async nextOf(name) {
      for (;;) {
        const told = await next();
        if (told === null) throw new Error(`${path} ended without ${name}`);
        if (told.name === name) return told.data;
      }
    },
    async begun() {
      for (let told = await read(); told !== null; told = await read()) if (told.id !== null) return;
      throw new Error(`${path} did not begin: ${response.status}`);
    },
    lastId: () => last,
    hangUp: () => controller.abort(),
  };
  opened.add(listening);
  return listening;
};
