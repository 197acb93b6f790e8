import { useEffect, useState } from 'react';
import type { Field } from '../api/guestAccess';
import type { Query } from '../../../client';
import { listRows } from '../api/rows';
import { relatedRow, type RelatedRow } from '../rows/related';

const pauseMilliseconds = 200;
const choicesMax = 20;

const choicesQuery = (labelField: string, search: string): Query => ({
  fields: [labelField],
  ...(labelField === 'documentId' ? {} : { sort: [`${labelField}:asc`] }),
  ...(search === '' ? {} : { filters: { [labelField]: { $containsi: search } } }),
  pagination: { page: 1, pageSize: choicesMax },
});

type Target = NonNullable<Field['target']>;

/** The rows that may be linked and whose name holds the search; null where there was no answer. */
export const findChoices = async (
  target: Target,
  search: string,
  signal?: AbortSignal
): Promise<readonly RelatedRow[] | null> => {
  const answer = await listRows(target.path, choicesQuery(target.labelField, search.trim()), signal);
  return answer.ok ? answer.data.rows.map((row) => relatedRow(row, target.labelField)) : null;
};

/** As above, after a short pause; null while they are on their way or not asked for. */
export const useChoices = (target: Field['target'], search: string, wanted: boolean): readonly RelatedRow[] | null => {
  const [choices, setChoices] = useState<readonly RelatedRow[] | null>(null);

  useEffect(() => {
    setChoices(null);
    if (!wanted || target === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      void findChoices(target, search, controller.signal).then((found) => {
        if (!controller.signal.aborted) setChoices(found ?? []);
      });
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [target, search, wanted]);

  return choices;
};
