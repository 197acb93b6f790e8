import * as React from 'react';
import { Button, Flex, Loader } from '@strapi/design-system';
import { useErrorMessage } from './errors';
import type { Loaded } from './loaded';
import { Notice } from './Notice';
import { useTranslate } from './translate';
import { WindowPart } from './Window';

interface LoadingPartProps<Value> {
  loaded: Loaded<Value>;
  /** What is shown of it; with `Close` alone below. */
  children: (value: Value) => React.ReactNode;
}

/** The part of a window that only shows what is loaded: loading, failure, or the thing itself. */
export const LoadingPart = <Value,>({ loaded: { value, error, reload }, children }: LoadingPartProps<Value>) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  return (
    <WindowPart
      footer={(close) => (
        <Button type="button" variant="tertiary" onClick={close}>
          {translate('action.close')}
        </Button>
      )}
    >
      {value !== null ? (
        children(value)
      ) : error !== null ? (
        <Notice text={errorMessage(error)} action={{ label: translate('action.reload'), run: reload }} />
      ) : (
        <Flex justifyContent="center" padding={8}>
          <Loader>{translate('loading')}</Loader>
        </Flex>
      )}
    </WindowPart>
  );
};
