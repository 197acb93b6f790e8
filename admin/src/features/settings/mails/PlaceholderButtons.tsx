import { Button, Flex, Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { FieldGroup } from '../../../kernel/ui/choices';
import { useSite } from '../site';
import { placeholder, type Mail } from './texts';

/** The placeholders that have a name for people. */
const named = [
  'guestName',
  'guestAddress',
  'siteName',
  'link',
  'expiresAt',
  'senderName',
  'inviterName',
  'login',
  'at',
  'newAddress',
  'linkName',
] as const;

interface Props {
  variables: Mail['variables'];
  onInsert: (name: string) => void;
}

/** What may stand in the words of a message; a button puts it where the caret is. */
export const PlaceholderButtons = ({ variables, onInsert }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const nameOf = (name: string): string => {
    const known = named.find((one) => one === name);
    return known === undefined ? name : translate(`settings.variable.${known}`);
  };
  return (
    <FieldGroup legend={translate('settings.mail.placeholders')} hint={translate('settings.mail.placeholders.hint')}>
      <Flex gap={2} wrap="wrap">
        {variables.map(({ name, optional }) => (
          <Button
            key={name}
            type="button"
            variant="tertiary"
            size="S"
            disabled={!mayEdit}
            onClick={() => onInsert(name)}
          >
            {nameOf(name)}
            {optional && ' *'}
            <Typography variant="pi" textColor="neutral600">
              {` ${placeholder(name)}`}
            </Typography>
          </Button>
        ))}
      </Flex>
      {variables.some(({ optional }) => optional) && (
        <Typography variant="pi" textColor="neutral600">
          {translate('settings.mail.placeholders.optional')}
        </Typography>
      )}
    </FieldGroup>
  );
};
