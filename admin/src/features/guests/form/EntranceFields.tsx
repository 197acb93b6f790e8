import { Button, Checkbox, Field, Flex } from '@strapi/design-system';
import { Key } from '@strapi/icons';
import { Whole } from '../../../kernel/Line';
import { useTranslate } from '../../../kernel/translate';
import { FormSection } from './FormSection';
import { GuestLine } from './GuestLine';
import { newTemporaryPassword } from './temporaryPassword';
import type { GuestFormModel } from './useGuestForm';

interface EntranceFieldsProps {
  form: GuestFormModel;
  /** A temporary password is read by the editor, as a key is. */
  mayGivePassword: boolean;
  disabled: boolean;
}

/** How a new guest comes in the first time: by the link in a mail, and where wanted by a temporary password. */
export const EntranceFields = ({ form, mayGivePassword, disabled }: EntranceFieldsProps) => {
  const translate = useTranslate();
  return (
    <FormSection title={translate('guests.section.entrance')}>
      <Whole>
        <Field.Root name="invite" hint={translate('guests.inviteHint')}>
          <Checkbox
            checked={form.draft.invite}
            disabled={disabled}
            onCheckedChange={(checked) => form.change({ invite: checked === true })}
          >
            {translate('guests.invite')}
          </Checkbox>
          <Field.Hint />
        </Field.Root>
      </Whole>
      <Whole>
        <Flex direction="column" alignItems="stretch" gap={2}>
          <GuestLine
            form={form}
            disabled={disabled || !mayGivePassword}
            field="temporaryPassword"
            label="guests.temporaryPassword"
            monospace
            hint={translate(mayGivePassword ? 'guests.temporaryPasswordHint' : 'guests.passwordTakesKeys')}
          />
          <Flex>
            <Button
              type="button"
              variant="secondary"
              size="S"
              startIcon={<Key aria-hidden />}
              disabled={disabled || !mayGivePassword}
              onClick={() => form.change({ temporaryPassword: newTemporaryPassword() })}
            >
              {translate('guests.makePassword')}
            </Button>
          </Flex>
        </Flex>
      </Whole>
    </FormSection>
  );
};
