import { useHref } from 'react-router-dom';
import { Link } from '@strapi/design-system';
import { contactsPath } from '../../../kernel/plugin';
import { useTranslate } from '../../../kernel/translate';
import { TextField } from '../../../kernel/ui/fields';
import type { GuestText } from './draft';
import type { GuestFormModel } from './useGuestForm';

type Given = Omit<React.ComponentProps<typeof TextField>, 'name' | 'value' | 'onChange' | 'error' | 'action'>;

/** A line of the form, with what is wrong with it; and where another guest has what was typed, the way to them. */
export const GuestTextField = ({ form, field, ...line }: Given & { form: GuestFormModel; field: GuestText }) => {
  const translate = useTranslate();
  const holder = form.issueOf(field)?.params.guestId;
  const address = useHref(`/${contactsPath}/guests?guest=${typeof holder === 'string' ? holder : ''}`);
  return (
    <TextField
      {...form.field(field)}
      {...line}
      action={
        typeof holder === 'string' && (
          <Link href={address} target="_blank" isExternal>
            {translate('guests.showHolder')}
          </Link>
        )
      }
    />
  );
};
