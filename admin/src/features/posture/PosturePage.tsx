import { Box, Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { Permission } from '../../../../contract/routes';
import { ListPage } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { useData } from '../../kernel/useData';
import { Accepted } from './Accepted';
import { FindingCard } from './FindingCard';
import { Fine, Unknown } from './Rest';
import { useFindingActions } from './useFindingActions';
import { summaryOf } from './words';

/** The page *Points d’attention* (N14): what is risky as things are, the worst first, with the way to mend it. */
export const PosturePage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const loaded = useData('GetPosture', {});
  const { accept, repair, reopen, dialog } = useFindingActions(loaded.reload);
  const open = loaded.value?.findings.filter(({ acceptance }) => acceptance === null) ?? [];
  const accepted = loaded.value?.findings.filter(({ acceptance }) => acceptance !== null) ?? [];
  const when = formatDate(loaded.value?.lookedAt, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <ListPage
      title={translate('posture.title')}
      count={
        loaded.value === null ? undefined : `${summaryOf(translate, open)} · ${translate('posture.lookedAt', { when })}`
      }
      create={null}
      actions={
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise aria-hidden />}
          loading={loaded.value !== null && loaded.isLoading}
          onClick={loaded.reload}
        >
          {translate('posture.again')}
        </Button>
      }
    >
      <LoadedView loaded={loaded.error === null ? loaded : { ...loaded, value: null }}>
        {({ unknown, fine, strapiVersion }) => (
          <Flex direction="column" alignItems="stretch" gap={4} aria-busy={loaded.isLoading}>
            <Unknown unknown={unknown} />
            {open.length === 0 && (
              <EmptyStateLayout
                icon={<CheckCircle aria-hidden fill="success600" width="4.8rem" height="4.8rem" />}
                content={translate(accepted.length === 0 ? 'posture.nothing' : 'posture.allAccepted', { when })}
              />
            )}
            {open.map((finding) => (
              <FindingCard
                key={finding.id}
                finding={finding}
                may={may}
                onRepair={() => repair(finding)}
                onAccept={() => accept(finding)}
              />
            ))}
            <Box paddingTop={2}>
              <Accepted findings={accepted} onReopen={may('posture.manage') ? reopen : null} />
              <Fine fine={fine} strapiVersion={strapiVersion} />
            </Box>
          </Flex>
        )}
      </LoadedView>
      {dialog}
    </ListPage>
  );
};
