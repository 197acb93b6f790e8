import * as React from 'react';
import { Grid } from '@strapi/design-system';
import { countriesIn } from '../../../../../contract/countries';
import { locales } from '../../../../../contract/locales';
import { useLanguage } from '../../../kernel/language';
import { timeZones } from '../../../kernel/timeZones';
import { useTranslate } from '../../../kernel/translate';
import { LookUpField } from '../../../kernel/ui/Combobox';
import { Cell, LongTextField, SelectField } from '../../../kernel/ui/fields';
import { ModalSection } from '../../../kernel/ui/Section';
import { GuestTextField } from './GuestTextField';
import { PhotoField } from './PhotoField';
import type { GuestFormModel } from './useGuestForm';

/** What is known of them beside their name: language, country, time zone, mobile, photo, words about them. */
export const ProfileFields = ({ form }: { form: GuestFormModel }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const countries = React.useMemo(
    () => countriesIn(language).map(({ code, name }) => ({ value: code, label: name })),
    [language]
  );
  const zones = React.useMemo(timeZones, []);
  return (
    <ModalSection title={translate('guests.section.profile')}>
      <Grid.Root gap={4}>
        <Cell>
          <SelectField
            {...form.field('locale')}
            label={translate('contacts.locale')}
            hint={translate('guests.localeHint')}
            options={locales.map((locale) => ({ value: locale, label: translate(`language.${locale}`) }))}
          />
        </Cell>
        <Cell>
          <GuestTextField form={form} field="mobile" label={translate('contacts.mobile')} type="tel" />
        </Cell>
        <Cell>
          <LookUpField {...form.field('country')} label={translate('guests.country')} options={countries} />
        </Cell>
        <Cell>
          <LookUpField {...form.field('timeZone')} label={translate('guests.timeZone')} options={zones} />
        </Cell>
        <Cell col={12}>
          <PhotoField {...form.field('photo')} />
        </Cell>
        {(['description', 'details'] as const).map((field) => (
          <Cell key={field}>
            <LongTextField
              {...form.field(field)}
              label={translate(`guests.${field}`)}
              hint={translate(`guests.${field}Hint`)}
            />
          </Cell>
        ))}
      </Grid.Root>
    </ModalSection>
  );
};
