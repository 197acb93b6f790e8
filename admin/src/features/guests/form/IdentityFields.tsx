import { useTranslate } from '../../../kernel/translate';
import { Half, Whole } from '../../../kernel/Line';
import { FormSection } from './FormSection';
import { GuestLine } from './GuestLine';
import type { GuestFormModel } from './useGuestForm';

interface IdentityFieldsProps {
  form: GuestFormModel;
  isNew: boolean;
  /** The login name he has, which stays; null while it can be chosen. */
  fixedLogin: string | null;
  mayPropose: boolean;
  /** Whether the address may be changed: it says whose the access is. */
  mayMove: boolean;
  disabled: boolean;
}

/** Who he is, and what he logs in with. */
export const IdentityFields = ({ form, isNew, fixedLogin, mayPropose, mayMove, disabled }: IdentityFieldsProps) => {
  const translate = useTranslate();
  const line = { form, disabled };
  const isFixed = fixedLogin !== null;
  return (
    <FormSection title={translate('guests.section.identity')}>
      <Half>
        <GuestLine {...line} field="lastName" label="contacts.lastName" required />
      </Half>
      <Half>
        <GuestLine {...line} field="firstName" label="contacts.firstName" />
      </Half>
      <Whole>
        <GuestLine
          {...line}
          field="email"
          label="guests.email"
          required={isNew}
          disabled={disabled || !mayMove}
          hint={translate(mayMove ? 'guests.emailHint' : 'contacts.accessDecides')}
        />
      </Whole>
      <Half>
        <GuestLine
          {...line}
          field="title"
          label="guests.titleField"
          hint={isFixed ? undefined : translate('guests.titleHint')}
          onBlur={mayPropose && !isFixed ? () => void form.proposeLogin() : undefined}
        />
      </Half>
      <Half>
        <GuestLine
          {...line}
          field="login"
          label="guests.login"
          monospace
          disabled={disabled || isFixed}
          hint={translate(isFixed ? 'guests.loginFixed' : 'guests.loginHint')}
        />
      </Half>
    </FormSection>
  );
};
