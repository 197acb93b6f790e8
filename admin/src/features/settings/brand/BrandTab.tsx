import * as React from 'react';
import type { Brand } from '../../../../../contract';
import { timeZones } from '../../../kernel/timeZones';
import { useTranslate } from '../../../kernel/translate';
import { LookUpField } from '../../../kernel/ui/Combobox';
import { Notice } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import { isCautioned } from '../joining/cautions';
import type { SettingsTabProps } from '../tabProps';
import { useIssueTexts } from '../words';
import { ColourField } from './ColourField';
import { LogoField } from './LogoField';
import { LoginPreview } from './LoginPreview';
import { ParagraphsFields } from './ParagraphsFields';

/** How the portal looks and greets, with a look at its login page. */
export const BrandTab = ({ values, change, verdicts }: SettingsTabProps) => {
  const translate = useTranslate();
  const { brand } = values;
  const zones = React.useMemo(timeZones, []);
  const errorOf = useIssueTexts(verdicts.issues);
  const errorAt = (place: string) => errorOf(`brand.${place}`);
  const update = (changed: Partial<Brand>) => change('brand', { ...brand, ...changed });
  return (
    <>
      <Section title={translate('settings.brand')} hint={translate('settings.brand.hint')}>
        <ColourField value={brand.colour} error={errorAt('colour')} onChange={(colour) => update({ colour })} />
        {brand.logoUrl === null && isCautioned(verdicts.cautions, 'logo-not-shown') && (
          <Notice tone="warning" role="note">
            {translate('settings.caution.logo-not-shown')}
          </Notice>
        )}
        <LogoField value={brand.logoUrl} error={errorAt('logoUrl')} onChange={(logoUrl) => update({ logoUrl })} />
      </Section>
      <Section title={translate('settings.texts')} hint={translate('settings.texts.hint')}>
        {(['welcome', 'help'] as const).map((field) => (
          <ParagraphsFields
            key={field}
            name={`brand.${field}`}
            legend={translate(`settings.${field}`)}
            hint={translate(`settings.${field}.hint`)}
            value={brand[field]}
            errorAt={(locale) => errorAt(`${field}.${locale}`)}
            onChange={(texts) => update({ [field]: texts })}
          />
        ))}
      </Section>
      <Section title={translate('settings.time')} hint={translate('settings.time.hint')}>
        <LookUpField
          name="timeZone"
          label={translate('guests.timeZone')}
          hint={translate('settings.time.zone.hint')}
          error={errorOf('timeZone')}
          options={zones}
          value={values.timeZone}
          onChange={(timeZone) => change('timeZone', timeZone)}
        />
      </Section>
      <LoginPreview
        brand={brand}
        signInMethods={values.signInMethods}
        isJoiningOpen={values.joining.mode !== 'nobody'}
      />
    </>
  );
};
