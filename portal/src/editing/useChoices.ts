import { useEffect, useState } from 'react';
import type { Field } from '../api/guestAccess';
import type { Query } from '../api/queryString';
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

/** The rows that may be linked and whose name holds the search; null while they are on their way or not asked for. */
export const useChoices = (target: Field['target'], search: string, wanted: boolean): readonly RelatedRow[] | null => {
  const [choices, setChoices] = useState<readonly RelatedRow[] | null>(null);

  useEffect(() => {
    setChoices(null);
    if (!wanted || target === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      void listRows(target.path, choicesQuery(target.labelField, search.trim()), controller.signal).then((answer) => {
        if (controller.signal.aborted) return;
        setChoices(answer.ok ? answer.data.rows.map((row) => relatedRow(row, target.labelField)) : []);
      });
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [target, search, wanted]);

  return choices;
};
