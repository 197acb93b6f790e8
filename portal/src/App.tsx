import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { ProfilePage } from './account/ProfilePage';
import { SessionsPage } from './account/SessionsPage';
import { basePath } from './basePath';
import { ColleaguesPage } from './colleagues/ColleaguesPage';
import { CreatePage } from './editing/CreatePage';
import { ConfirmEmailPage } from './entry/ConfirmEmailPage';
import { ConfirmJoinPage } from './entry/ConfirmJoinPage';
import { keyDoor, previewDoor } from './entry/doors';
import { EntryPage } from './entry/EntryPage';
import { ForgotPage } from './entry/ForgotPage';
import { InvitationPage } from './entry/InvitationPage';
import { JoinPage } from './entry/JoinPage';
import { LinkProvider } from './entry/LinkProvider';
import { LoginPage } from './entry/LoginPage';
import { SetPasswordPage } from './entry/SetPasswordPage';
import { UndoEmailPage } from './entry/UndoEmailPage';
import { ErrorBoundary } from './page/ErrorBoundary';
import { Layout } from './page/Layout';
import { Missing } from './page/Missing';
import { HomePage } from './rows/HomePage';
import { RowPage } from './rows/RowPage';
import { RequireSession } from './session/RequireSession';
import { SessionProvider } from './session/SessionProvider';

/** Every page of the portal, by its path below the portal's own. `rows/sectionPath.ts` keeps their words from the sections. */
export const App = ({ fragment }: { readonly fragment: string }) => (
  <ErrorBoundary>
    <SessionProvider>
      <LinkProvider fragment={fragment}>
        <BrowserRouter basename={basePath} future={{ v7_relativeSplatPath: true, v7_startTransition: true }}>
          <Routes>
            <Route element={<Layout />}>
              <Route path="login" element={<LoginPage />} />
              <Route path="forgot" element={<ForgotPage />} />
              <Route path="password" element={<SetPasswordPage />} />
              <Route path="join" element={<JoinPage />} />
              <Route path="join/confirm" element={<ConfirmJoinPage />} />
              <Route path="invitation" element={<InvitationPage />} />
              <Route path="email" element={<ConfirmEmailPage />} />
              <Route path="email/undo" element={<UndoEmailPage />} />
              <Route path="key" element={<EntryPage key="key" door={keyDoor} />} />
              <Route path="preview" element={<EntryPage key="preview" door={previewDoor} />} />
              <Route element={<RequireSession />}>
                <Route path="profile" element={<ProfilePage />} />
                <Route path="sessions" element={<SessionsPage />} />
                <Route path="colleagues" element={<ColleaguesPage />} />
                <Route index element={<HomePage />} />
                <Route path=":section" element={<HomePage />} />
                <Route path=":section/new" element={<CreatePage />} />
                <Route path=":section/:documentId" element={<RowPage />} />
              </Route>
              <Route path="*" element={<Missing />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </LinkProvider>
    </SessionProvider>
  </ErrorBoundary>
);
