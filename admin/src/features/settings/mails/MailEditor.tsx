import * as React from 'react';
import { Box } from '@strapi/design-system';
import type { Locale, MailText } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import type { Issue } from '../../../kernel/form/issues';
import { LanguageChoice } from '../LanguageChoice';
import { MailWording } from './MailWording';
import { placeOf, type Mail } from './texts';

interface Props {
  mail: Mail;
  texts: readonly MailText[];
  issues: readonly Issue[];
  onChange: (texts: MailText[]) => void;
}

/** The words of a message, a language at a time. */
export const MailEditor = ({ mail, texts, issues, onChange }: Props) => {
  const translate = useTranslate();
  const [locale, setLocale] = React.useState<Locale>(useLanguage());
  const wording = mail.wordings.find((one) => one.locale === locale);
  return (
    <Box padding={4}>
      <LanguageChoice
        label={translate('settings.mail.language', { name: translate(`settings.mail.${mail.kind}`) })}
        value={locale}
        onChange={setLocale}
        mark={(one) => placeOf(texts, mail.kind, one) >= 0 && ' •'}
      >
        <Box paddingTop={4}>
          {wording !== undefined && (
            <MailWording
              key={locale}
              mail={mail}
              locale={locale}
              own={wording}
              texts={texts}
              issues={issues}
              onChange={onChange}
            />
          )}
        </Box>
      </LanguageChoice>
    </Box>
  );
};
