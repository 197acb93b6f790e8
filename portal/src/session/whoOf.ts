import { drawnFor } from '../../../contract/constants';
import type { Guest } from '../api/guestAccess';

/** A guest, and whether an editor looks as them: for whom a page is drawn, and whose a draft is. */
export const whoOf = ({ documentId, preview }: Pick<Guest, 'documentId' | 'preview'>): string =>
  drawnFor(documentId, preview !== null);
