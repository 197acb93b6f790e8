import * as React from 'react';
import { Flex, Loader } from '@strapi/design-system';
import { useErrorMessage } from '../../kernel/errors';
import { useLanguage } from '../../kernel/language';
import { useLoaded } from '../../kernel/loaded';
import { Notice } from '../../kernel/Notice';
import { useTranslate } from '../../kernel/translate';
import { loadChoices } from './choices';
import type { GrantsDraft } from '../../kernel/grants';
import { GrantsFields } from './GrantsFields';

interface GrantsSectionProps<Draft extends GrantsDraft> {
  draft: Draft;
  onChange: (draft: Draft) => void;
  disabled: boolean;
}

/** The dual lists, with the loading of what they offer; for a reader who may see accesses. */
export const GrantsSection = <Draft extends GrantsDraft>(fields: GrantsSectionProps<Draft>) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const language = useLanguage();
  const choices = useLoaded(React.useCallback((signal: AbortSignal) => loadChoices(language, signal), [language]));
  if (choices.error !== null) {
    return (
      <Notice text={errorMessage(choices.error)} action={{ label: translate('action.reload'), run: choices.reload }} />
    );
  }
  if (choices.value === null) {
    return (
      <Flex justifyContent="center" padding={4}>
        <Loader>{translate('loading')}</Loader>
      </Flex>
    );
  }
  return <GrantsFields choices={choices.value} {...fields} />;
};
