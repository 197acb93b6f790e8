import { useCallback, useRef, useState } from 'react';
import { addressFault, cleanAddress } from '../../../contract/address';
import type { Problem } from '../api/problem';
import type { Answer } from '../api/request';
import type { MessageKey } from '../language/translations';
import type { Errors } from './Form';

interface Submit {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly errors: Errors;
  /** Refuses before anything is sent. */
  readonly refuse: (errors: Errors) => void;
  /** Sends; the data of the answer, or null where it was a problem or the last one is still on its way (a double click). */
  readonly send: <Data>(
    call: () => Promise<Answer<Data>>,
    explain?: Explain
  ) => Promise<{ readonly data: Data } | null>;
}

/** Which fields a problem speaks of; null where none does, so that it is told as a whole. */
export type Explain = (problem: Problem) => Errors | null;

/** One sending at a time, and what came of it. */
export const useSubmit = (): Submit => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [errors, setErrors] = useState<Errors>({});
  const underWay = useRef(false);

  const refuse = useCallback((found: Errors) => {
    setProblem(null);
    setErrors(found);
  }, []);

  const send = useCallback(
    async <Data>(call: () => Promise<Answer<Data>>, explain: Explain = () => null) => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      refuse({});
      const answer = await call();
      underWay.current = false;
      setBusy(false);
      if (answer.ok) return { data: answer.data };
      const explained = explain(answer.problem);
      if (explained === null) setProblem(answer.problem);
      else setErrors(explained);
      return null;
    },
    [refuse]
  );

  return { busy, problem, errors, refuse, send };
};

/** What is wrong with a refused address, as far as the page can tell. */
export const emailFault = (typed: string): MessageKey => {
  const fault = addressFault(cleanAddress(typed));
  return fault === null ? 'form.badEmail' : `form.badEmail.${fault}`;
};

/** A refused address is told at the field where it was typed. */
export const atEmail =
  (typed: string): Explain =>
  (problem) => {
    if (problem.kind === 'invalid' && 'email' in problem.faults) return { email: emailFault(typed) };
    if (problem.kind === 'forbidden' && problem.code === 'domain_not_allowed') return { email: 'problem.domain' };
    return null;
  };
