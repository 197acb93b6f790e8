import * as React from 'react';
import { Flex, Loader } from '@strapi/design-system';
import { useErrorMessage } from '../errors';
import { useTranslate } from '../translate';
import type { Loaded } from '../useData';
import { Notice } from './Notice';

/** Says that something is on its way. */
export const Loading = () => {
  const translate = useTranslate();
  return (
    <Flex justifyContent="center" padding={8}>
      <Loader>{translate('loading')}</Loader>
    </Flex>
  );
};

interface LoadedViewProps<Value> {
  loaded: Pick<Loaded<Value>, 'value' | 'error' | 'reload'>;
  children: (value: Value) => React.ReactNode;
}

/** Shows what is loaded, once it is there; until then that it is on its way, or why it did not come. */
export const LoadedView = <Value,>({ loaded: { value, error, reload }, children }: LoadedViewProps<Value>) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  if (value !== null) return <>{children(value)}</>;
  if (error !== null) {
    return <Notice action={{ label: translate('action.reload'), run: reload }}>{errorMessage(error)}</Notice>;
  }
  return <Loading />;
};
