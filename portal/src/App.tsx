import { BrowserRouter, Route, Routes } from 'react-router-dom';
import { basePath } from './basePath';
import { ColleaguesPage } from './colleagues/ColleaguesPage';
import { CreatePage } from './editing/CreatePage';
import { keyDoor, previewDoor } from './entry/doors';
import { EntryPage } from './entry/EntryPage';
import { ErrorBoundary } from './page/ErrorBoundary';
import { Layout } from './page/Layout';
import { Missing } from './page/Missing';
import { HomePage } from './rows/HomePage';
import { RowPage } from './rows/RowPage';
import { RequireSession } from './session/RequireSession';
import { SessionProvider } from './session/SessionProvider';

/** Every page of the portal, by its path below the portal's own. */
export const App = ({ fragment }: { readonly fragment: string }) => (
  <ErrorBoundary>
    <SessionProvider>
      <BrowserRouter basename={basePath} future={{ v7_relativeSplatPath: true, v7_startTransition: true }}>
        <Routes>
          <Route element={<Layout />}>
            <Route path="key" element={<EntryPage key="key" door={keyDoor} fragment={fragment} />} />
            <Route path="preview" element={<EntryPage key="preview" door={previewDoor} fragment={fragment} />} />
            <Route element={<RequireSession />}>
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
    </SessionProvider>
  </ErrorBoundary>
);
