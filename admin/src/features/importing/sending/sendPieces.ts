import { ApiError } from '../../../kernel/apiError';
import { toBase64 } from './base64';

/** In base64, with all around it, less than the megabyte that a site takes as JSON by default. */
export const pieceBytes = 393_216;

/** How long is waited before a piece is tried again. */
const pausesMs = [1_000, 2_000, 4_000, 8_000] as const;

/** Whether the same call may go well the next time. */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.code === 'unreachable' || error.status === 429 || (error.status !== null && error.status >= 500));

interface Sending {
  file: Blob;
  /** Bytes that are there already. */
  received: number;
  /** Sends a piece that begins at `at`; answers how many bytes are there then. @throws ApiError */
  add: (at: number, bytes: string) => Promise<number>;
  wait: (ms: number) => Promise<void>;
  tell: (received: number) => void;
  signal: AbortSignal;
}

/** Sends one piece, again and again where that may help. */
const addPatiently = async ({ file, add, wait, signal }: Sending, at: number): Promise<number> => {
  const bytes = await toBase64(file.slice(at, at + pieceBytes));
  for (const pauseMs of pausesMs) {
    try {
      return await add(at, bytes);
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error;
      await wait(pauseMs);
      if (signal.aborted) throw error;
    }
  }
  return add(at, bytes);
};

/**
 * Sends what is missing of a file, piece by piece, and tells after each how much is there.
 *
 * @returns whether all of it is there; not where `signal` was aborted
 * @throws ApiError where a piece is refused, or does not arrive again and again
 */
export const sendPieces = async (sending: Sending): Promise<boolean> => {
  const { file, tell, signal } = sending;
  let at = sending.received;
  while (at < file.size && !signal.aborted) {
    try {
      const received = await addPatiently(sending, at);
      if (received === at) throw new Error('The server took nothing of a piece');
      at = received;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
    tell(at);
  }
  return !signal.aborted;
};
