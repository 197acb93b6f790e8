import { useHref } from 'react-router-dom';
import { Link } from '@strapi/design-system';
import { Line } from '../../../kernel/Line';
import { contactsPath } from '../../../kernel/plugin';
import { useTranslate, type TextKey } from '../../../kernel/translate';
import type { GuestText } from './draft';
import type { GuestFormModel } from './useGuestForm';

interface GuestLineProps {
  form: GuestFormModel;
  field: GuestText;
  label: TextKey;
  hint?: string;
  type?: 'text' | 'email' | 'tel';
  required?: boolean;
  disabled: boolean;
  monospace?: boolean;
  onBlur?: () => void;
}

/** A line of the form, with what is wrong with it; and where another guest has what was typed, the way to him. */
export const GuestLine = ({ form, field, label, ...line }: GuestLineProps) => {
  const translate = useTranslate();
  const fault = form.faults[field];
  const holder = useHref(`/${contactsPath}/guests?guest=${fault?.guestId ?? ''}`);
  return (
    <Line
      name={field}
      label={translate(label)}
      value={form.draft[field]}
      onChange={form.type(field)}
      error={fault === undefined ? undefined : translate(fault.text)}
      action={
        fault?.guestId !== undefined && (
          <Link href={holder} target="_blank" isExternal>
            {translate('guests.showHolder')}
          </Link>
        )
      }
      {...line}
    />
  );
};
