import * as React from 'react';
import { callApi } from '../../../kernel/api';
import { readingBody, type HeldFile, type Reading } from '../held';
import { sendPieces } from './sendPieces';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How the sending of a file goes. */
export interface Sending {
  done: number;
  total: number;
  /** Why it stopped; null while it goes on. */
  error: unknown;
}

/**
 * Sends a file that the browser holds, from where it broke off, and has it checked.
 *
 * @returns how far it is, null while nothing is sent; `start` and `cancel`
 */
export const useSending = (onBegun: (importId: string) => void) => {
  const [sending, setSending] = React.useState<Sending | null>(null);
  const controller = React.useRef<AbortController | null>(null);
  React.useEffect(() => () => controller.current?.abort(), []);

  const planOf = async ({ source, file }: HeldFile, importId: string | null) => {
    if (importId !== null) return callApi('GetImport', { params: { importId } });
    const fileName = file.name.slice(0, 200);
    const begun = await callApi('CreateImport', { body: { source, fileName, size: file.size } });
    onBegun(begun.documentId);
    return begun;
  };

  /** @returns whether it is being checked now */
  const start = async (held: HeldFile, reading: Reading, importId: string | null): Promise<boolean> => {
    const { file } = held;
    const { signal } = (controller.current = new AbortController());
    const tell = (done: number) => setSending({ done, total: file.size, error: null });
    tell(0);
    try {
      const { documentId, received } = await planOf(held, importId);
      tell(received);
      const params = { importId: documentId };
      const add = async (at: number, bytes: string) =>
        (await callApi('AddImportPiece', { params, body: { at, bytes } })).received;
      const isWhole = await sendPieces({ file, received, add, wait, tell, signal });
      if (!isWhole) return false;
      await callApi('CheckImport', { params, body: readingBody(reading) });
      setSending(null);
      return true;
    } catch (error) {
      setSending((now) => (now === null || signal.aborted ? null : { ...now, error }));
      return false;
    }
  };
  const cancel = () => {
    controller.current?.abort();
    setSending(null);
  };
  return { sending, start, cancel };
};
