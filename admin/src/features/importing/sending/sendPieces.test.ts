import { ApiError } from '../../../kernel/apiError';
import { toBase64 } from './base64';
import { pieceBytes, sendPieces } from './sendPieces';

const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_none, index) => index % 251);

/** A server that keeps what it is sent, and fails where it is told to. */
const receiver = (failures: (ApiError | null)[] = []) => {
  let kept = Buffer.alloc(0);
  return {
    kept: () => kept,
    add: async (at: number, bytes: string) => {
      const failure = failures.shift();
      if (failure) throw failure;
      if (at === kept.length) kept = Buffer.concat([kept, Buffer.from(bytes, 'base64')]);
      return kept.length;
    },
  };
};
const unreachable = new ApiError(null, 'unreachable', '');
const quiet = { wait: async () => undefined, tell: () => undefined, signal: new AbortController().signal };

describe('a file is sent', () => {
  it('byte for byte, and tells how far it is', async () => {
    const bytes = bytesOf(pieceBytes * 2 + 17);
    const { kept, add } = receiver();
    const told: number[] = [];
    const isWhole = await sendPieces({
      ...quiet,
      file: new Blob([bytes]),
      received: 0,
      add,
      tell: (at) => told.push(at),
    });
    expect(isWhole).toBe(true);
    expect(told).toEqual([pieceBytes, pieceBytes * 2, bytes.length]);
    expect(kept().equals(bytes)).toBe(true);
  });

  it('from where it broke off', async () => {
    const bytes = bytesOf(40);
    const asked: number[] = [];
    await sendPieces({
      ...quiet,
      file: new Blob([bytes]),
      received: 30,
      add: async (at, text) => {
        asked.push(at, Buffer.from(text, 'base64').length);
        return 40;
      },
    });
    expect(asked).toEqual([30, 10]);
  });

  it('again where the connection failed', async () => {
    const { kept, add } = receiver([unreachable, new ApiError(503, 'unknown', '')]);
    const waited: number[] = [];
    const wait = async (ms: number) => void waited.push(ms);
    expect(await sendPieces({ ...quiet, file: new Blob([bytesOf(9)]), received: 0, add, wait })).toBe(true);
    expect([kept().length, waited]).toEqual([9, [1_000, 2_000]]);
  });

  it('not again where it is refused', async () => {
    const { add } = receiver([new ApiError(409, 'conflict', '')]);
    await expect(sendPieces({ ...quiet, file: new Blob([bytesOf(9)]), received: 0, add })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('no further once it is cancelled', async () => {
    const controller = new AbortController();
    const { kept, add } = receiver();
    const isWhole = await sendPieces({
      ...quiet,
      file: new Blob([bytesOf(pieceBytes * 3)]),
      received: 0,
      add,
      tell: () => controller.abort(),
      signal: controller.signal,
    });
    expect([isWhole, kept().length]).toEqual([false, pieceBytes]);
  });
});

it('bytes are in base64 as Node has them', async () => {
  const bytes = bytesOf(20_000);
  expect(await toBase64(new Blob([bytes]))).toBe(Buffer.from(bytes).toString('base64'));
  expect(await toBase64(new Blob([]))).toBe('');
});
