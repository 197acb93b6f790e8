import { useAuth, type RBACMiddleware, type StrapiApp } from '@strapi/strapi/admin';

interface Asked {
  action: string;
  subject: null;
}

/** What tells which of these permissions the reader has; another function once they may have others. */
export const usePermissionCheck = (): ((asked: Asked[]) => Promise<readonly { action: string }[]>) =>
  useAuth('guest-access', (auth) => auth.checkUserHasPermissions);

/** Takes permissions away from everybody in this panel, by their actions. `hides` answers what is hidden now. */
export const hidePermissions = (
  app: Pick<StrapiApp, 'addRBACMiddleware'>,
  hides: (actions: readonly string[]) => Promise<(action: string) => boolean>
): void => {
  const middleware: RBACMiddleware = () => (next) => async (permissions) => {
    const isHidden = await hides(permissions.map(({ action }) => action));
    return next(permissions.filter(({ action }) => !isHidden(action)));
  };
  app.addRBACMiddleware(middleware);
};
