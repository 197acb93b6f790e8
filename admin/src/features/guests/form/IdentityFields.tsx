import { Grid } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { Cell } from '../../../kernel/ui/fields';
import { ModalSection } from '../../../kernel/ui/Section';
import { CompanyField } from '../../contacts';
import { GuestTextField } from './GuestTextField';
import type { GuestFormModel } from './useGuestForm';

interface IdentityFieldsProps {
  form: GuestFormModel;
  isNew: boolean;
  /** The login name they have, which stays; null while it can be chosen. */
  fixedLogin: string | null;
  mayPropose: boolean;
  /** Whether the address may be changed: it says whose the access is. */
  mayMove: boolean;
  /** Whether the company of a new guest may be chosen: it says whom the contact belongs to. */
  mayPlace: boolean;
}

/** Who they are, and what they log in with. */
export const IdentityFields = ({ form, isNew, fixedLogin, mayPropose, mayMove, mayPlace }: IdentityFieldsProps) => {
  const translate = useTranslate();
  const isFixed = fixedLogin !== null;
  return (
    <ModalSection title={translate('guests.section.identity')}>
      <Grid.Root gap={4}>
        <Cell>
          <GuestTextField form={form} field="lastName" label={translate('contacts.lastName')} required />
        </Cell>
        <Cell>
          <GuestTextField form={form} field="firstName" label={translate('contacts.firstName')} />
        </Cell>
        <Cell col={12}>
          <GuestTextField
            form={form}
            field="email"
            label={translate('guests.email')}
            required={isNew}
            disabled={!mayMove}
            hint={translate(mayMove ? 'guests.emailHint' : 'contacts.accessDecides')}
          />
        </Cell>
        {isNew && (
          <Cell col={12}>
            <CompanyField
              value={form.values.company}
              error={form.errorAt('companyName')}
              isHeld={!mayPlace}
              hint={translate('guests.companyName.hint')}
              onChange={(company) => form.change({ company })}
            />
          </Cell>
        )}
        <Cell>
          <GuestTextField
            form={form}
            field="title"
            label={translate('guests.titleField')}
            hint={isFixed ? undefined : translate('guests.titleHint')}
            onBlur={mayPropose && !isFixed ? () => void form.proposeLogin() : undefined}
          />
        </Cell>
        <Cell>
          <GuestTextField
            form={form}
            field="login"
            label={translate('guests.login')}
            monospace
            disabled={isFixed}
            hint={translate(isFixed ? 'guests.loginFixed' : 'guests.loginHint')}
          />
        </Cell>
      </Grid.Root>
    </ModalSection>
  );
};
