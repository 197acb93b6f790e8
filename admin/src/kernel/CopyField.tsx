import * as React from 'react';
import { Box, Button, Field, Flex } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useTranslate } from './translate';

interface CopyFieldProps {
  name: string;
  label: string;
  value: string;
  hint?: string;
  /** Said once it is copied. */
  copiedText: string;
}

/** A text that is only taken away: selected as it is entered, copied by its button. */
export const CopyField = ({ name, label, value, hint, copiedText }: CopyFieldProps) => {
  const translate = useTranslate();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const [copied, setCopied] = React.useState(false);
  React.useEffect(() => setCopied(false), [value]);
  const copyValue = async () => {
    const done = await copy(value);
    setCopied(done);
    toggleNotification(
      done ? { type: 'success', message: copiedText } : { type: 'warning', message: translate('copy.failed') }
    );
  };
  return (
    <Field.Root name={name} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <Flex gap={2} wrap="wrap">
        <Box flex="1" minWidth="20rem">
          <Field.Input
            readOnly
            value={value}
            onFocus={(event) => event.target.select()}
            style={{ fontFamily: 'monospace' }}
          />
        </Box>
        <Button
          type="button"
          variant="secondary"
          startIcon={copied ? <Check aria-hidden /> : <Duplicate aria-hidden />}
          onClick={() => void copyValue()}
        >
          {translate(copied ? 'copy.done' : 'copy')}
        </Button>
      </Flex>
      <Field.Hint />
    </Field.Root>
  );
};
