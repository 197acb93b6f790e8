import * as React from 'react';
import { Box, Button, Flex, Link, Tabs } from '@strapi/design-system';
import { ArrowLeft, Pencil } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { NavLink, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { AdminGuest } from '../../../../../contract/guests';
import type { Permission } from '../../../../../contract/routes';
import { AccessBadge } from '../../../kernel/AccessBadge';
import { oneOf } from '../../../kernel/list/address';
import { guestsPath } from '../../../kernel/plugin';
import { useTranslate } from '../../../kernel/translate';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { useData } from '../../../kernel/useData';
import { fullName } from '../../../kernel/fullName';
import { GuestTrail } from '../../trail';
import { actionsFor } from '../actions';
import { GuestDialog } from '../form/GuestDialog';
import { GuestMenu } from '../GuestMenu';
import { useGuestActions } from '../useGuestActions';
import { useGuestTools } from '../useGuestTools';
import { AccessTab } from './AccessTab';
import { EntranceTab } from './EntranceTab';
import { PersonTab } from './PersonTab';
import { WhyTab } from './WhyTab';

type May = (permission: Permission) => boolean;

const tabs = ['person', 'access', 'entrance', 'log', 'why'] as const;
type Tab = (typeof tabs)[number];

/** What each tab takes, beside the right to see guests. */
const takenBy: Readonly<Record<Tab, Permission | null>> = {
  person: null,
  access: 'access.read',
  entrance: null,
  log: 'activity.read',
  why: 'access.read',
};

const GuestView = ({ guest, may }: { guest: AdminGuest; may: May }) => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [search, setSearch] = useSearchParams();
  const [isEditing, setEditing] = React.useState(false);
  const { start, question } = useGuestActions((action) => {
    if (action === 'delete' || action === 'refuse') navigate(`/${guestsPath}`, { replace: true });
  });
  const tools = useGuestTools(may);
  const name = fullName(guest);
  const { documentId, state, contactId } = guest;
  const shown = { documentId, state, contactId };
  const open = tabs.filter((tab) => takenBy[tab] === null || may(takenBy[tab]));
  const tab = oneOf(open, search.get('tab')) ?? 'person';
  const hasKey = tools.toolsFor(shown).includes('access');

  return (
    <>
      <Page.Title>{name}</Page.Title>
      <Layouts.Header
        title={name}
        subtitle={guest.email ?? guest.login ?? ''}
        navigationAction={
          <Link tag={NavLink} to={`/${guestsPath}`} startIcon={<ArrowLeft aria-hidden />}>
            {translate('guests.title')}
          </Link>
        }
        secondaryAction={<AccessBadge state={state} />}
        primaryAction={
          <Flex gap={2}>
            {may('guests.update') && (
              <Button variant="secondary" startIcon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
                {translate('guests.page.edit')}
              </Button>
            )}
            <GuestMenu
              name={name}
              tools={tools.toolsFor(shown)}
              actions={actionsFor(guest, may)}
              may={may}
              onTool={(tool) => tools.open(tool, shown)}
              onChoose={(action) => start(action, guest)}
            />
          </Flex>
        }
      />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={tab}
          onValueChange={(next: string) => setSearch({ tab: next }, { replace: true })}
        >
          <Box overflow="auto">
            <Tabs.List aria-label={name}>
              {open.map((one) => (
                <Tabs.Trigger key={one} value={one} style={{ whiteSpace: 'nowrap' }}>
                  {translate(`guests.page.${one}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </Box>
          <Box background="neutral0" padding={{ initial: 4, medium: 6 }} hasRadius shadow="tableShadow" marginTop={4}>
            <Tabs.Content value="person">
              <PersonTab guest={guest} />
            </Tabs.Content>
            <Tabs.Content value="access">
              <AccessTab guest={guest} />
            </Tabs.Content>
            <Tabs.Content value="entrance">
              <EntranceTab guest={guest} may={may} onKey={hasKey ? () => tools.open('access', shown) : null} />
            </Tabs.Content>
            <Tabs.Content value="log">
              <GuestTrail guestId={documentId} />
            </Tabs.Content>
            <Tabs.Content value="why">
              <WhyTab guestId={documentId} />
            </Tabs.Content>
          </Box>
        </Tabs.Root>
      </Layouts.Content>
      {question}
      {tools.window}
      {isEditing && (
        <GuestDialog
          guestId={documentId}
          may={may}
          onSaved={(saved) =>
            toggleNotification({ type: 'success', message: translate('guests.saved', { name: fullName(saved) }) })
          }
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
};

/** One guest: who they are, what they hold, what they come in by, what the log says, and why they see what. */
export const GuestPage = ({ may }: { may: May }) => {
  const { guestId = '' } = useParams();
  const loaded = useData('GetGuest', { params: { guestId } });
  return (
    <Page.Main>
      <LoadedView loaded={loaded}>{(guest) => <GuestView key={guestId} guest={guest} may={may} />}</LoadedView>
    </Page.Main>
  );
};
