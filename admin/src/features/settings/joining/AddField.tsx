import * as React from 'react';
import { Button } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { TextField } from '../../../kernel/ui/fields';

interface Props {
  name: string;
  label: string;
  hint: string;
  /** Takes what was typed or pasted; answers what stays in the field, and why. */
  onAdd: (text: string) => { left: string; error?: string };
  /** Told of each change of what stands in the field; `problem` and `caution` are what there is to say of it, the latter in the place of the hint. */
  onType?: (text: string) => void;
  problem?: string | undefined;
  caution?: string | undefined;
}

/**
 * A line whose text joins a list at Enter, at the button, at once where several are pasted, and as the field is left: what
 * somebody typed before they save must not be lost.
 */
export const AddField = ({ name, label, hint, onAdd, onType, problem, caution }: Props) => {
  const translate = useTranslate();
  const [text, setText] = React.useState('');
  const [error, setError] = React.useState<string | undefined>(undefined);
  const add = (typed: string) => {
    const { left, error: refusal } = onAdd(typed);
    setText(left);
    onType?.(left);
    setError(refusal);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Enter would save the whole page.
    event.preventDefault();
    if (text.trim() !== '') add(text);
  };
  const onPaste = (event: React.ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!/\S[\s,;]+\S/.test(pasted)) return;
    event.preventDefault();
    add(`${text} ${pasted}`);
  };
  return (
    <TextField
      name={name}
      label={label}
      hint={caution ?? hint}
      error={error ?? problem}
      value={text}
      autoCapitalize="none"
      spellCheck={false}
      onChange={(typed) => {
        setText(typed);
        onType?.(typed);
        setError(undefined);
      }}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={() => text.trim() !== '' && add(text)}
      after={
        <Button type="button" variant="secondary" size="L" disabled={text.trim() === ''} onClick={() => add(text)}>
          {translate('settings.add')}
        </Button>
      }
    />
  );
};
