import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useTranslate } from '../../kernel/translate';

interface StepButtonsProps {
  back?: { label?: string; run: () => void };
  next?: { label: string; run: () => void; isBusy?: boolean; disabled?: boolean };
  children?: React.ReactNode;
}

/** Below a step: the way back, and the way on. */
export const StepButtons = ({ back, next, children }: StepButtonsProps) => {
  const translate = useTranslate();
  return (
    <Flex justifyContent="space-between" gap={3} wrap="wrap">
      {back ? (
        <Button type="button" variant="tertiary" onClick={back.run}>
          {back.label ?? translate('imports.back')}
        </Button>
      ) : (
        <span />
      )}
      <Flex gap={2} wrap="wrap">
        {children}
        {next && (
          <Button type="button" loading={next.isBusy} disabled={next.disabled} onClick={next.run}>
            {next.label}
          </Button>
        )}
      </Flex>
    </Flex>
  );
};
