import * as React from 'react';
import { type GetSettings, settings as settingsSchema } from '../../../../contract';
import type { ContentTypeChoice, ResponseOf, Settings } from '../../../../contract';
import { ApiError, callApi } from '../../kernel/api';
import { applySwitches } from '../../kernel/features';
import { useLoaded } from '../../kernel/loaded';
import { check, refusedFields, type Issue } from '../../kernel/form/issues';

type Answer = ResponseOf<typeof GetSettings>;

export interface LoadedSettings extends Answer {
  contentTypes: ContentTypeChoice[];
}

/** What came of saving: the fields that were refused, here or by the server; or another failure. */
export type Saving = { kind: 'saved' } | { kind: 'refused'; issues: Issue[] } | { kind: 'failed'; error: unknown };

/** The settings of the plugin and the content types of the site, and how to save the former. */
export const useSettings = () => {
  const load = React.useCallback(async (signal: AbortSignal): Promise<LoadedSettings> => {
    const [answer, site] = await Promise.all([
      callApi('GetSettings', { signal }),
      callApi('ListContentTypes', { signal }),
    ]);
    return { ...answer, ...site };
  }, []);
  const { value, error, reload } = useLoaded(load);
  const [answer, setAnswer] = React.useState<Answer | null>(null);
  // After the page has taken over what was saved: the reload that new switches need must find nothing unsaved.
  React.useEffect(() => {
    if (answer !== null) void applySwitches(answer.settings);
  }, [answer]);

  const save = async (given: Settings): Promise<Saving> => {
    const checked = check(settingsSchema, given);
    if (checked.kind === 'refused') return checked;
    try {
      setAnswer(await callApi('SaveSettings', { body: checked.value }));
      return { kind: 'saved' };
    } catch (failure) {
      const names = failure instanceof ApiError && (failure.status === 400 || failure.code === 'access_decides');
      const issues = names ? refusedFields(failure.details) : [];
      return issues.length > 0 ? { kind: 'refused', issues } : { kind: 'failed', error: failure };
    }
  };
  return { loaded: value === null ? null : { ...value, ...answer }, error, reload, save };
};
