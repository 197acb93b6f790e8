import { useEffect, useState } from 'react';
import { getMe, type Guest } from '../api/guestAccess';
import { drawFor } from '../api/request';
import { useSession } from './SessionProvider';
import { whoOf } from './whoOf';

/** Who is logged in, for a page of the doors, which is drawn without asking first: null for nobody. */
export const useWhoIsHere = (): Guest | null | 'asking' => {
  const { state } = useSession();
  const [asked, setAsked] = useState<Guest | null | 'asking'>('asking');
  const unknown = state.kind === 'unknown';
  useEffect(() => {
    if (!unknown) return;
    void getMe().then((answer) => {
      // What is done with this page is done as this guest, or not at all.
      drawFor(answer.ok ? whoOf(answer.data) : null);
      setAsked(answer.ok ? answer.data : null);
    });
  }, [unknown]);
  if (state.kind === 'in') return state.guest;
  return state.kind === 'out' ? null : asked;
};
