import type { Permission } from '../../contract/routes';
import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { ContactsPage } from './features/contacts';
import { DuplicatesPage } from './features/duplicates';
import { GuestPage, GuestsPage } from './features/guests';
import { GooglePage, ImportsPage, WizardPage } from './features/importing';
import { InvitationsPage } from './features/invitations';
import { JobsPage } from './features/jobs';
import { PosturePage } from './features/posture';
import { TrailPage } from './features/trail';
import { useAllowed } from './kernel/permissions';
import { PageTabs } from './PageTabs';
import { addressOf, subPages, type SubPage } from './subPages';

type Path = (typeof subPages)[number]['path'];

const contents: Record<Path, (props: { may: (permission: Permission) => boolean }) => JSX.Element> = {
  '': ContactsPage,
  guests: GuestsPage,
  invitations: InvitationsPage,
  imports: ImportsPage,
  trail: TrailPage,
  jobs: JobsPage,
  posture: PosturePage,
};

/** What is behind the plugin's menu entry: each page for those who may read it; the entry itself leads to the first of them. */
const GuestAccessPages = () => {
  const { may, isLoading } = useAllowed();
  if (isLoading) return <Page.Loading />;
  const shown = subPages.filter(({ permission }) => may(permission));
  const [first] = shown;
  const elementOf = (page: SubPage & { path: Path }) => {
    const Content = contents[page.path];
    if (may(page.permission)) return <Content may={may} />;
    return page.path === '' && first !== undefined ? (
      <Navigate to={addressOf(first)} replace />
    ) : (
      <Page.NoPermissions />
    );
  };
  return (
    <>
      <PageTabs pages={shown} />
      <Routes>
        {subPages.map((page) => (
          <Route key={page.path} path={page.path} element={elementOf(page)} />
        ))}
        <Route
          path="duplicates"
          element={may('contacts.read') ? <DuplicatesPage may={may} /> : <Page.NoPermissions />}
        />
        <Route path="imports/google" element={may('contacts.create') ? <GooglePage /> : <Page.NoPermissions />} />
        <Route
          path="imports/:importId"
          element={may('contacts.create') ? <WizardPage may={may} /> : <Page.NoPermissions />}
        />
        <Route path="guests/:guestId" element={may('guests.read') ? <GuestPage may={may} /> : <Page.NoPermissions />} />
        <Route path="*" element={<Navigate to={addressOf(subPages[0])} replace />} />
      </Routes>
    </>
  );
};

export default GuestAccessPages;
