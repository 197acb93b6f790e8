import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { getMe, type Guest } from '../api/guestAccess';
import { recoverBy } from '../api/request';
import { hasUnsaved } from './unsaved';
import { whoOf } from './whoOf';

/** Nobody is logged in any more, while something stands in the page that is not saved; or another guest is. */
export type Interruption = { readonly kind: 'ended' } | { readonly kind: 'other'; readonly guest: Guest };

interface Interrupted {
  readonly interruption: Interruption | null;
  readonly recheck: () => Promise<boolean>;
  readonly giveUp: () => void;
}

/**
 * What becomes of a page whose guest is not the one who is logged in any more. Where something was typed in it, it waits for
 * them, and so do its calls, which then go on; else it gives way to the login page. A page of one guest is never shown to be
 * another's.
 * @param drawn for whom the page is drawn; null for nobody
 * @param isIn whether it is drawn for somebody
 * @param out shows that nobody is logged in
 */
export const useInterruption = (
  drawn: RefObject<Guest | null>,
  isIn: boolean,
  out: (why: 'ended') => void
): Interrupted => {
  const [interruption, setInterruption] = useState<Interruption | null>(null);
  const waiting = useRef<((isBack: boolean) => void)[]>([]);

  const settle = useCallback((isBack: boolean) => {
    setInterruption(null);
    for (const go of waiting.current.splice(0)) go(isBack);
    return isBack;
  }, []);

  const interrupt = useCallback((by: Interruption) => {
    setInterruption(by);
    return new Promise<boolean>((resolve) => waiting.current.push(resolve));
  }, []);

  const giveUp = useCallback(() => {
    settle(false);
    out('ended');
  }, [settle, out]);

  const recheck = useCallback(async () => {
    if (drawn.current === null) return false;
    const now = await getMe();
    // Asked again: the page may have become another's meanwhile.
    const here = drawn.current;
    if (here === null) return settle(false);
    if (now.ok) {
      return whoOf(now.data) === whoOf(here) ? settle(true) : interrupt({ kind: 'other', guest: now.data });
    }
    if (now.problem.kind !== 'unauthorized') return false;
    if (hasUnsaved()) return interrupt({ kind: 'ended' });
    giveUp();
    return false;
  }, [drawn, interrupt, settle, giveUp]);

  useEffect(() => recoverBy(recheck), [recheck]);
  useEffect(() => {
    if (!isIn) settle(false);
  }, [isIn, settle]);

  return { interruption, recheck, giveUp };
};
