import { Box, Flex, Typography } from '@strapi/design-system';
import type { ImportPlan } from '../../../../../contract/importing';
import { callApi } from '../../../kernel/api';
import { useTranslate } from '../../../kernel/translate';
import { Notice } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';
import { StepButtons } from '../StepButtons';
import { useTask } from '../useTask';
import { guestsOf, type GuestsDraft } from './guestsDraft';

interface SummaryStepProps {
  importId: string;
  counts: NonNullable<ImportPlan['counts']>;
  /** Null where nobody becomes a guest. */
  draft: GuestsDraft | null;
  onBack: () => void;
}

/** All that will be done, before any of it is. */
export const SummaryStep = ({ importId, counts, draft, onBack }: SummaryStepProps) => {
  const translate = useTranslate();
  const { isBusy, run } = useTask();
  const guests = counts.guests - counts.guestsWithoutAddress;
  const lines = [
    translate('imports.summary.add', { count: counts.add }),
    ...(counts.merge > 0 ? [translate('imports.summary.merge', { count: counts.merge })] : []),
    ...(counts.skip > 0 ? [translate('imports.summary.skip', { count: counts.skip })] : []),
    ...(draft === null
      ? []
      : [translate(draft.invite ? 'imports.summary.invited' : 'imports.summary.guests', { count: guests })]),
  ];
  const apply = () =>
    void run(() =>
      callApi('ApplyImport', {
        params: { importId },
        body: { guests: draft === null ? null : guestsOf(draft) },
      })
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Section title={translate('imports.summary')} hint={translate('imports.summary.hint')}>
        <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
          {lines.map((line) => (
            <Typography key={line} tag="li">
              {line}
            </Typography>
          ))}
        </Box>
        {draft !== null && counts.guestsWithoutAddress > 0 && (
          <Notice tone="warning" role="note">
            {translate('imports.access.withoutAddress', { count: counts.guestsWithoutAddress })}
          </Notice>
        )}
      </Section>
      <StepButtons
        back={{ run: onBack }}
        next={{
          label: translate('imports.apply'),
          run: apply,
          isBusy,
          disabled: counts.add + counts.merge === 0,
        }}
      />
    </Flex>
  );
};
