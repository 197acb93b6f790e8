import { Button, Flex, Grid } from '@strapi/design-system';
import { Key } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';
import { Cell, HintedCheckbox } from '../../../kernel/ui/fields';
import { ModalSection } from '../../../kernel/ui/Section';
import { GuestTextField } from './GuestTextField';
import { newTemporaryPassword } from './temporaryPassword';
import type { GuestFormModel } from './useGuestForm';

interface EntranceFieldsProps {
  form: GuestFormModel;
  /** A temporary password is read by the editor, as a key is. */
  mayGivePassword: boolean;
}

/** How a new guest comes in the first time: by the link in a mail, and where wanted by a temporary password. */
export const EntranceFields = ({ form, mayGivePassword }: EntranceFieldsProps) => {
  const translate = useTranslate();
  return (
    <ModalSection title={translate('guests.section.entrance')}>
      <Grid.Root gap={4}>
        <Cell col={12}>
          <HintedCheckbox
            name="invite"
            label={translate('guests.invite')}
            hint={translate('guests.inviteHint')}
            checked={form.values.invite}
            onChange={(invite) => form.change({ invite })}
          />
        </Cell>
        <Cell col={12}>
          <Flex direction="column" alignItems="stretch" gap={2}>
            <GuestTextField
              form={form}
              field="temporaryPassword"
              label={translate('guests.temporaryPassword')}
              monospace
              disabled={!mayGivePassword}
              hint={translate(mayGivePassword ? 'guests.temporaryPasswordHint' : 'guests.passwordTakesKeys')}
            />
            <Flex>
              <Button
                type="button"
                variant="secondary"
                size="S"
                startIcon={<Key aria-hidden />}
                disabled={!mayGivePassword}
                onClick={() => form.change({ temporaryPassword: newTemporaryPassword() })}
              >
                {translate('guests.makePassword')}
              </Button>
            </Flex>
          </Flex>
        </Cell>
      </Grid.Root>
    </ModalSection>
  );
};
