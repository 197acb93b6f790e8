import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Question } from '@strapi/icons';
import { useTranslate } from '../../kernel/translate';
import { WhyDialog, type WhyDialogProps } from './WhyDialog';

/** "Pourquoi ?": opens the window that explains what a guest sees. */
export const WhyButton = (props: Omit<WhyDialogProps, 'onClose'>) => {
  const translate = useTranslate();
  const [isOpen, setOpen] = React.useState(false);
  const hint = React.useId();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Button
        type="button"
        variant="secondary"
        startIcon={<Question aria-hidden />}
        aria-describedby={hint}
        onClick={() => setOpen(true)}
      >
        {translate('insight.why')}
      </Button>
      <Typography id={hint} variant="pi" textColor="neutral600">
        {translate('insight.why.hint')}
      </Typography>
      {isOpen && <WhyDialog {...props} onClose={() => setOpen(false)} />}
    </Flex>
  );
};
