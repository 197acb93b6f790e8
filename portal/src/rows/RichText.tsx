import { lazy, Suspense } from 'react';

const PlainText = ({ source }: { readonly source: string }) => <p className="prose">{source}</p>;

/** Where its code cannot be fetched, the text stands as it was typed. */
const Markdown = lazy(() =>
  import('./Markdown').then(
    (module) => ({ default: module.Markdown }),
    () => ({ default: PlainText })
  )
);

/** A value of Strapi's rich text field, which is Markdown. */
export const RichText = ({ source }: { readonly source: string }) => (
  <Suspense fallback={<p aria-busy="true" />}>
    <Markdown source={source} />
  </Suspense>
);
