import * as React from 'react';
import { Button } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useTranslate } from '../translate';
import { TextField, type FieldProps } from './fields';

interface CopyFieldProps extends Pick<FieldProps, 'name' | 'label' | 'hint'> {
  value: string;
  /** Said once it is copied. */
  copiedText: string;
}

/** A text that is only taken away: selected as it is entered, copied by its button. */
export const CopyField = ({ value, copiedText, ...field }: CopyFieldProps) => {
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
    <TextField
      {...field}
      readOnly
      monospace
      value={value}
      onFocus={(event) => event.target.select()}
      after={
        <Button
          type="button"
          variant="secondary"
          startIcon={copied ? <Check aria-hidden /> : <Duplicate aria-hidden />}
          onClick={() => void copyValue()}
        >
          {translate(copied ? 'copy.done' : 'copy')}
        </Button>
      }
    />
  );
};
