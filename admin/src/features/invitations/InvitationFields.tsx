import { Checkbox, Field, Grid, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Half, Line, Whole } from '../../kernel/Line';
import { useTranslate } from '../../kernel/translate';
import { expiryChoices } from './draft';
import type { CheckedField } from './faults';
import type { InvitationForm } from './useInvitationForm';

const never = 'never';

/** What the link is called, whom it takes, and for how long. */
export const InvitationFields = ({ form: { draft, faults, change, isSaving } }: { form: InvitationForm }) => {
  const translate = useTranslate();
  const { locale } = useIntl();
  const fault = (field: CheckedField) => {
    const text = faults[field];
    return text === undefined ? undefined : translate(text);
  };
  return (
    <Grid.Root gap={4}>
      <Whole>
        <Line
          name="name"
          label={translate('invitations.name')}
          hint={translate('invitations.nameHint')}
          value={draft.name}
          error={fault('name')}
          required
          disabled={isSaving}
          onChange={(name) => change({ name })}
        />
      </Whole>
      <Half>
        <Field.Root name="expiry">
          <Field.Label>{translate('invitations.expiry')}</Field.Label>
          <SingleSelect
            value={String(draft.days ?? never)}
            disabled={isSaving}
            onChange={(value) =>
              change({ days: expiryChoices.find((days) => String(days ?? never) === String(value)) ?? null })
            }
          >
            {expiryChoices.map((days) => (
              <SingleSelectOption key={days} value={String(days ?? never)}>
                {days === null ? translate('invitations.never') : translate('invitations.inDays', { count: days })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Half>
      <Half>
        <Field.Root name="places" hint={translate('invitations.placesHint')} error={fault('placesMax')}>
          <Field.Label>{translate('invitations.placesMax')}</Field.Label>
          <NumberInput
            locale={locale}
            value={draft.places}
            step={1}
            disabled={isSaving}
            onValueChange={(places) => change({ places })}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      </Half>
      <Whole>
        <Line
          name="domain"
          label={translate('invitations.domain')}
          hint={translate('invitations.domainHint')}
          placeholder="example.com"
          value={draft.domain}
          error={fault('domain')}
          disabled={isSaving}
          onChange={(domain) => change({ domain })}
        />
      </Whole>
      <Whole>
        <Field.Root name="asGuests" hint={translate('invitations.asGuestsHint')}>
          <Checkbox
            checked={draft.asGuests}
            disabled={isSaving}
            onCheckedChange={(checked) => change({ asGuests: checked === true })}
          >
            {translate('invitations.asGuests')}
          </Checkbox>
          <Field.Hint />
        </Field.Root>
      </Whole>
      {draft.asGuests && (
        <Whole>
          <Field.Root name="approval" hint={translate('invitations.approvalHint')}>
            <Checkbox
              checked={draft.approval}
              disabled={isSaving}
              onCheckedChange={(checked) => change({ approval: checked === true })}
            >
              {translate('invitations.approval')}
            </Checkbox>
            <Field.Hint />
          </Field.Root>
        </Whole>
      )}
    </Grid.Root>
  );
};
