import { Readable } from 'node:stream';

/** A block of server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream */
export interface Block {
  /** What `Last-Event-ID` says from here on. */
  readonly id?: string | null;
  /** In how many milliseconds the client comes back after the connection broke. */
  readonly retryMs?: number;
  readonly event?: { readonly name: string; readonly data: unknown };
}

/** JSON has no line breaks of its own, so that the data is one line. A block of nothing is a comment, which keeps a line open. */
export const written = ({ id, retryMs, event }: Block): string => {
  const lines = [
    ...(retryMs === undefined ? [] : [`retry: ${retryMs}`]),
    ...(id === undefined || id === null ? [] : [`id: ${id}`]),
    ...(event === undefined ? [] : [`event: ${event.name}`, `data: ${JSON.stringify(event.data)}`]),
  ];
  return `${lines.length === 0 ? ':' : lines.join('\n')}\n\n`;
};

export interface EventStream {
  /** The body of the answer. It ends where its reader goes, also by itself. */
  readonly body: Readable;
  /** Adds a block. A reader who has left more than the bound unread is cut off: they come back and are told what they missed. */
  send(block: Block): void;
  /** Whether all that was sent has been taken on by the connection. */
  isDrained(): boolean;
  /** Ends it after a last block; at once where its reader is slow. */
  end(last: Block): void;
}

/** @param bufferMax bytes that wait for a slow reader */
export const createEventStream = (bufferMax: number): EventStream => {
  const body = new Readable({ read: () => undefined });
  let isEnded = false;
  return {
    body,
    send(block) {
      if (body.destroyed || isEnded) return;
      const bytes = Buffer.from(written(block));
      if (body.readableLength + bytes.length > bufferMax) body.destroy();
      else body.push(bytes);
    },
    isDrained: () => body.readableLength === 0,
    end(last) {
      if (body.destroyed || isEnded) return;
      isEnded = true;
      if (body.readableLength > 0) body.destroy();
      else {
        body.push(written(last));
        body.push(null);
      }
    },
  };
};
