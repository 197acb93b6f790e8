import * as React from 'react';
import { Field, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import { locales } from '../../../../../contract/locales';
import { useLanguage } from '../../../kernel/language';
import { Half, Whole } from '../../../kernel/Line';
import { LookUp } from '../../../kernel/LookUp';
import { timeZones } from '../../../kernel/timeZones';
import { useTranslate } from '../../../kernel/translate';
import { FormSection } from './FormSection';
import { GuestLine } from './GuestLine';
import { PhotoField } from './PhotoField';
import { countriesIn } from './regions';
import type { GuestFormModel } from './useGuestForm';

interface FieldsProps {
  form: GuestFormModel;
  disabled: boolean;
}

const LongText = ({ form, field, disabled }: FieldsProps & { field: 'description' | 'details' }) => {
  const translate = useTranslate();
  const fault = form.faults[field];
  return (
    <Field.Root name={field} error={fault && translate(fault.text)} hint={translate(`guests.${field}Hint`)}>
      <Field.Label>{translate(`guests.${field}`)}</Field.Label>
      <Textarea
        value={form.draft[field]}
        disabled={disabled}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => form.type(field)(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

/** What is known of him beside his name: language, country, time zone, mobile, photo, words about him. */
export const ProfileFields = ({ form, disabled }: FieldsProps) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { draft, change } = form;
  const countries = React.useMemo(() => countriesIn(language), [language]);
  const zones = React.useMemo(timeZones, []);
  return (
    <FormSection title={translate('guests.section.profile')}>
      <Half>
        <Field.Root name="locale" hint={translate('guests.localeHint')}>
          <Field.Label>{translate('contacts.locale')}</Field.Label>
          <SingleSelect
            value={draft.locale}
            disabled={disabled}
            onChange={(value) => change({ locale: locales.find((locale) => locale === value) ?? draft.locale })}
          >
            {locales.map((locale) => (
              <SingleSelectOption key={locale} value={locale}>
                {translate(`language.${locale}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Hint />
        </Field.Root>
      </Half>
      <Half>
        <GuestLine form={form} disabled={disabled} field="mobile" label="contacts.mobile" type="tel" />
      </Half>
      <Half>
        <LookUp
          name="country"
          label="guests.country"
          options={countries}
          value={draft.country}
          disabled={disabled}
          onChange={(country) => change({ country })}
        />
      </Half>
      <Half>
        <LookUp
          name="timeZone"
          label="guests.timeZone"
          options={zones}
          value={draft.timeZone}
          disabled={disabled}
          onChange={(timeZone) => change({ timeZone })}
        />
      </Half>
      <Whole>
        <PhotoField photo={draft.photo} disabled={disabled} onChange={(photo) => change({ photo })} />
      </Whole>
      <Half>
        <LongText form={form} field="description" disabled={disabled} />
      </Half>
      <Half>
        <LongText form={form} field="details" disabled={disabled} />
      </Half>
    </FormSection>
  );
};
