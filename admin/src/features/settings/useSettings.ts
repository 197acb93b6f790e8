import * as React from 'react';
import { type GetSettings, settings as settingsSchema } from '../../../../contract';
import type { ContentTypeChoice, ResponseOf, Settings } from '../../../../contract';
import { ApiError, callApi, replaceData } from '../../kernel/api';
import { applySwitches } from '../../kernel/features';
import { check, refusedFields, type Issue } from '../../kernel/form/issues';
import { bothLoaded, mapLoaded, useData, type Loaded } from '../../kernel/useData';

export interface LoadedSettings extends ResponseOf<typeof GetSettings> {
  contentTypes: ContentTypeChoice[];
}

/** What came of saving: the fields that were refused, here or by the server; or another failure. */
export type Saving = { kind: 'saved' } | { kind: 'refused'; issues: Issue[] } | { kind: 'failed'; error: unknown };

/** The settings of the plugin and the content types of the site. */
const useLoadedSettings = (): Loaded<LoadedSettings> =>
  mapLoaded(bothLoaded(useData('GetSettings', {}), useData('ListContentTypes', {})), ([answer, site]) => ({
    ...answer,
    ...site,
  }));

/** The settings, and how to save them. */
export const useSettings = () => {
  const { value: loaded, error, reload } = useLoadedSettings();
  const [saved, setSaved] = React.useState<Settings | null>(null);
  // After the page has taken over what was saved: the reload that new switches need must find nothing unsaved.
  React.useEffect(() => {
    if (saved !== null) void applySwitches(saved);
  }, [saved]);

  const save = async (given: Settings): Promise<Saving> => {
    const checked = check(settingsSchema, given);
    if (checked.kind === 'refused') return checked;
    try {
      const answer = await callApi('SaveSettings', { body: checked.value });
      replaceData('GetSettings', {}, answer);
      setSaved(answer.settings);
      return { kind: 'saved' };
    } catch (failure) {
      const names = failure instanceof ApiError && (failure.status === 400 || failure.code === 'access_decides');
      const issues = names ? refusedFields(failure.details) : [];
      return issues.length > 0 ? { kind: 'refused', issues } : { kind: 'failed', error: failure };
    }
  };
  return { loaded, error, reload, save };
};
