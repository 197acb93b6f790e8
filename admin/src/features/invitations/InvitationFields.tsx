import { Grid } from '@strapi/design-system';
import type { Form } from '../../kernel/form/useForm';
import { useTranslate } from '../../kernel/translate';
import { Cell, HintedCheckbox, NumberField, SelectField, TextField } from '../../kernel/ui/fields';
import { expiryChoices, type InvitationDraft } from './draft';

const never = 'never';

/** What the link is called, whom it takes, and for how long. */
export const InvitationFields = ({ form }: { form: Form<InvitationDraft> }) => {
  const translate = useTranslate();
  const { values, change } = form;
  return (
    <Grid.Root gap={4}>
      <Cell col={12}>
        <TextField
          {...form.field('name')}
          label={translate('invitations.name')}
          hint={translate('invitations.nameHint')}
          required
        />
      </Cell>
      <Cell>
        <SelectField
          name="expiry"
          label={translate('invitations.expiry')}
          value={String(values.days ?? never)}
          options={expiryChoices.map((days) => ({
            value: String(days ?? never),
            label: days === null ? translate('invitations.never') : translate('invitations.inDays', { count: days }),
          }))}
          onChange={(value) => change({ days: expiryChoices.find((days) => String(days ?? never) === value) ?? null })}
        />
      </Cell>
      <Cell>
        <NumberField
          {...form.field('placesMax')}
          label={translate('invitations.placesMax')}
          hint={translate('invitations.placesHint')}
        />
      </Cell>
      <Cell col={12}>
        <TextField
          {...form.field('domain')}
          label={translate('invitations.domain')}
          hint={translate('invitations.domainHint')}
          placeholder="example.com"
        />
      </Cell>
      <Cell col={12}>
        <HintedCheckbox
          name="asGuests"
          label={translate('invitations.asGuests')}
          hint={translate('invitations.asGuestsHint')}
          checked={values.asGuests}
          onChange={(asGuests) => change({ asGuests })}
        />
      </Cell>
      {values.asGuests && (
        <Cell col={12}>
          <HintedCheckbox
            name="approval"
            label={translate('invitations.approval')}
            hint={translate('invitations.approvalHint')}
            checked={values.approval}
            onChange={(approval) => change({ approval })}
          />
        </Cell>
      )}
    </Grid.Root>
  );
};
