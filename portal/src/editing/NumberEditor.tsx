import { useLanguage } from '../language/LanguageProvider';
import type { ControlProps } from './controlProps';
import { numberIn, type NumberInput } from './fieldInput';

interface NumberEditorProps {
  readonly control: ControlProps;
  readonly input: NumberInput;
  readonly onChange: (input: NumberInput) => void;
}

/** A number in the writing of the reader's language, also where that was another when it was typed. */
export const NumberEditor = ({ control, input, onChange }: NumberEditorProps) => {
  const { locale } = useLanguage();
  return (
    <input
      {...control}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      readOnly={input.rounded}
      value={numberIn(input, locale)}
      onChange={({ target }) => onChange({ ...input, text: target.value, locale })}
    />
  );
};
