import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';
import { AddField } from './AddField';
import { Notes } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import { useSite } from '../site';
import { useIssueTexts } from '../words';
import { addressesIn, addressesMax } from './addresses';
import type { JoiningSectionProps } from '../tabProps';

/** Who is told by mail of each arrival. */
export const NotifySection = ({ joining: { notify }, verdicts, onChange }: JoiningSectionProps) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const errorAt = useIssueTexts(verdicts.issues);
  const add = (text: string) => {
    const { addresses, refused } = addressesIn(text, notify);
    const room = addressesMax - notify.length;
    if (addresses.length > 0 && room > 0) onChange({ notify: [...notify, ...addresses.slice(0, room)] });
    const left = [...refused, ...addresses.slice(room)].join(' ');
    if (addresses.length > room) return { left, error: translate('settings.issue.max', { max: addressesMax }) };
    return left === '' ? { left } : { left, error: translate('settings.notify.refused') };
  };
  return (
    <Section title={translate('settings.notify')} hint={translate('settings.notify.hint')}>
      {mayEdit && (
        <AddField
          name="joining.notify"
          label={translate('settings.notify.add')}
          hint={translate('settings.notify.add.hint')}
          onAdd={add}
        />
      )}
      {notify.length === 0 ? (
        <Typography textColor="neutral600">{translate('settings.notify.empty')}</Typography>
      ) : (
        <Flex tag="ul" aria-label={translate('settings.notify')} direction="column" alignItems="stretch" gap={1}>
          {notify.map((address, index) => {
            const error = errorAt(`joining.notify[${index}]`);
            return (
              <Box key={address} tag="li">
                <Flex gap={2} justifyContent="space-between">
                  <Typography style={{ overflowWrap: 'anywhere' }}>{address}</Typography>
                  {mayEdit && (
                    <IconButton
                      variant="ghost"
                      label={translate('settings.entry.remove', { name: address })}
                      onClick={() => onChange({ notify: notify.filter((one) => one !== address) })}
                    >
                      <Trash />
                    </IconButton>
                  )}
                </Flex>
                {error !== undefined && <Notes notes={[{ tone: 'danger', text: error }]} />}
              </Box>
            );
          })}
        </Flex>
      )}
    </Section>
  );
};
