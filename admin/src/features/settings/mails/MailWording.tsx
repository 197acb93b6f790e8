import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise } from '@strapi/icons';
import type { Locale, MailText } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { issuesBelow, type Issue } from '../../../kernel/form/issues';
import { Cell, LongTextField } from '../../../kernel/ui/fields';
import { TextField } from '../../../kernel/ui/fields';
import { useSite } from '../site';
import { useIssueTexts } from '../words';
import { MailPreview } from './MailPreview';
import { PlaceholderButtons } from './PlaceholderButtons';
import { placeOf, withoutText, withText, type Wording, type Mail } from './texts';
import { useInsertion } from './useInsertion';
import { usePreview } from './usePreview';

interface Props {
  mail: Mail;
  locale: Locale;
  /** The plugin's own words. */
  own: Wording;
  texts: readonly MailText[];
  issues: readonly Issue[];
  onChange: (texts: MailText[]) => void;
}

/** Subject and body of a message in one language, with their placeholders and a look at the message. */
export const MailWording = ({ mail: { kind, variables }, locale, own, texts, issues, onChange }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const place = placeOf(texts, kind, locale);
  const { subject, body } = texts[place] ?? own;
  const seen = usePreview(kind, locale, { subject, body });
  const found = [...issuesBelow(issues, `mailTexts[${place}]`), ...seen.issues];
  const errorAt = useIssueTexts(found);
  const change = (changed: Partial<Wording>) =>
    onChange(withText(texts, { kind, locale, subject, body, ...changed }, own));
  const { fields, insert } = useInsertion({ subject, body }, change);
  return (
    <Grid.Root gap={6}>
      <Cell isRoomy>
        <Flex direction="column" alignItems="stretch" gap={4} ref={fields}>
          <Typography variant="pi" textColor="neutral600" role="status">
            {translate(place < 0 ? 'settings.mails.plugin-words' : 'settings.mails.own-words')}
          </Typography>
          <TextField
            name="subject"
            label={translate('settings.mail.subject')}
            value={subject}
            error={errorAt('subject')}
            onChange={(text) => change({ subject: text })}
          />
          <LongTextField
            name="body"
            label={translate('settings.mail.body')}
            hint={translate('settings.mail.body.hint')}
            value={body}
            rows={14}
            error={errorAt('body')}
            onChange={(text) => change({ body: text })}
          />
          <PlaceholderButtons variables={variables} onInsert={insert} />
          {mayEdit && place >= 0 && (
            <Flex>
              <Button
                type="button"
                variant="tertiary"
                startIcon={<ArrowsCounterClockwise />}
                onClick={() => onChange(withoutText(texts, kind, locale))}
              >
                {translate('settings.mails.back')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Cell>
      <Cell isRoomy>
        <MailPreview preview={seen.preview} error={seen.error} isRefused={seen.issues.length > 0} locale={locale} />
      </Cell>
    </Grid.Root>
  );
};
