import * as React from 'react';
import { useNavigate } from 'react-router-dom';
import { importsPath } from '../../kernel/plugin';
import { callApi } from '../../kernel/api';
import { takeRows } from './google/kept';
import type { GuestsDraft } from './guests/guestsDraft';
import type { HeldFile, Reading } from './held';
import { useSending } from './sending/useSending';
import { firstSourceDraft } from './source/SourceStep';

/** What belongs to one import, null for the one that is not begun: what another one left behind is not taken. */
interface Kept {
  importId: string | null;
  held: HeldFile | null;
  guests: GuestsDraft | null;
}

/** What the page keeps beside what the server knows of an import: the file, until it is sent, and what guests are to get. */
export const useWizard = (importId: string | null) => {
  const navigate = useNavigate();
  const [kept, setKept] = React.useState<Kept>({ importId, held: null, guests: null });
  const { held, guests } = kept.importId === importId ? kept : { held: null, guests: null };
  const keep = (change: Partial<Kept>) => setKept({ importId, held, guests, ...change });

  const [source, changeSource] = React.useState(firstSourceDraft);
  React.useEffect(() => {
    if (importId !== null) return;
    // Back from Google's page, which took the place of this one.
    const rows = takeRows();
    if (rows !== null) changeSource({ source: 'google', rows });
  }, [importId]);

  const { sending, start, cancel } = useSending((begun) => {
    setKept((now) => ({ ...now, importId: begun }));
    navigate(`/${importsPath}/${begun}`, { replace: true });
  });
  const sendHeld = async (file: HeldFile) => {
    const isSent = file.reading !== null && (await start(file, file.reading, importId));
    // The next import begins with an empty grid.
    if (isSent) changeSource(firstSourceDraft);
  };
  const hold = (file: HeldFile) => {
    keep({ held: file });
    void sendHeld(file);
  };

  return {
    held,
    guests,
    sending,
    source,
    changeSource,
    /** Takes a file; where it is known how it is read, it is sent at once. */
    hold,
    /** Sends the file as an editor says it is read, and has it checked. */
    send: (reading: Reading) => held !== null && hold({ ...held, reading }),
    retry: () => held !== null && void sendHeld(held),
    keepGuests: (draft: GuestsDraft) => keep({ guests: draft }),
    /** Stops sending, and forgets what was sent. */
    cancel: () => {
      cancel();
      if (importId === null) return;
      navigate(`/${importsPath}/new`, { replace: true });
      void callApi('DeleteImport', { params: { importId } }).catch(() => undefined);
    },
  };
};

export type Wizard = ReturnType<typeof useWizard>;
