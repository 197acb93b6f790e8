import { failure, fetchOf, type Strapi } from '../../kernel';

/** What is waited for one answer. */
const answerMs = 15_000;
/** What a page of a thousand people with all their addresses stays far below. */
const answerBytesMax = 16 * 1024 * 1024;

export const tooLarge = () => failure('google_too_large', 'Google answers more than can be read at once');
export const unreachable = () => failure('google_unreachable', 'Google cannot be reached at the moment');

/** The instant, in milliseconds, at which somebody stops waiting. */
export type Deadline = number;

/** How long one answer is waited for. */
export const answerSignal = (deadline: Deadline): AbortSignal =>
  AbortSignal.timeout(Math.max(1, Math.min(answerMs, deadline - Date.now())));

/** All of an answer, as long as it is within its bounds: unpacked, whatever its headers say. @throws `google_too_large` */
const bytesOf = async ({ body }: Response): Promise<Buffer> => {
  const reader = body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    pieces.push(piece.value);
    length += piece.value.length;
    if (length <= answerBytesMax) continue;
    await reader?.cancel();
    throw tooLarge();
  }
  return Buffer.concat(pieces);
};

/**
 * `fetch` of an answer that is here whole, and follows no redirect.
 * @throws `google_unreachable` where none came in time, `google_too_large`
 */
export const fetchWhole =
  (strapi: Strapi) =>
  async (url: string, options: RequestInit): Promise<Response> => {
    const answer = await fetchOf(strapi)(url, { ...options, redirect: 'manual' }).catch(() => {
      throw unreachable();
    });
    const { status, headers } = answer;
    const bytes = await bytesOf(answer).catch((error: unknown) => {
      throw error instanceof Error && 'details' in error ? error : unreachable();
    });
    // A status without a body takes none.
    return new Response(bytes.length === 0 ? null : new Uint8Array(bytes), { status, headers });
  };
