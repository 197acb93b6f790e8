import { adminApi, type StrapiApp } from '@strapi/strapi/admin';

/*
 * The panel's store and its cache of answers. `adminApi` asks through the panel's own client: it renews the token, tells the panel of
 * a session that is over, and is emptied as somebody logs out.
 */

export { adminApi };

let app: Pick<StrapiApp, 'store'> | null = null;

/** Keeps the panel, whose store is made only as it is shown. */
export const keepApp = (panel: Pick<StrapiApp, 'store'>): void => {
  app = panel;
};

type Action = Parameters<NonNullable<StrapiApp['store']>['dispatch']>[0];
type Thunk<Result> = (dispatch: never, getState: never, extra: never) => Result;

/** Dispatches from where no component is. @throws before the panel is shown */
export const dispatch = <Result>(thunk: Thunk<Result> | Action): Result => {
  if (!app?.store) throw new Error('The panel is not shown yet');
  // Safe: the store takes thunks, and answers what they do. Its type, which Strapi puts together by hand, has lost that.
  return app.store.dispatch(thunk as unknown as Action) as unknown as Result;
};
