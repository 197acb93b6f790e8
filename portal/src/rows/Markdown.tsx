import { createElement, type ReactNode } from 'react';
import { ContentLink } from './ContentLink';
import { Image } from './Image';
import { markdownTree, type MarkdownPart } from './markdown';
import { TextHeading } from './TextHeading';

/** All that is drawn as it is called; anything else is its content. */
const plainTags = new Set(
  'p strong em s code blockquote ul li thead tbody tr th td hr br u b i del ins mark sub sup'.split(' ')
);
const emptyTags = new Set(['hr', 'br']);

const draw = (part: MarkdownPart, key: number): ReactNode => {
  if (typeof part === 'string') return part;
  const { tag, attributes } = part;
  const children = part.children.map(draw);
  const heading = /^h([1-6])$/.exec(tag);
  if (heading !== null) {
    return (
      <TextHeading key={key} level={Number(heading[1])}>
        {children}
      </TextHeading>
    );
  }
  switch (tag) {
    case 'a':
      return (
        <ContentLink key={key} url={attributes['href']}>
          {children}
        </ContentLink>
      );
    case 'img':
      return <Image key={key} url={attributes['src']} alt={attributes['alt'] ?? ''} />;
    case 'ol':
      return (
        <ol key={key} start={Number(attributes['start'] ?? 1)}>
          {children}
        </ol>
      );
    case 'pre':
      return (
        <pre key={key} className="code">
          {children}
        </pre>
      );
    case 'table':
      return (
        <div key={key} className="wide">
          <table>{children}</table>
        </div>
      );
    default:
      if (emptyTags.has(tag)) return createElement(tag, { key });
      return createElement(plainTags.has(tag) ? tag : 'span', { key }, children);
  }
};

/** A text in Markdown, drawn node by node as Strapi's preview shows it. Loaded where one is shown. */
export const Markdown = ({ source }: { readonly source: string }) => (
  <div className="prose">{markdownTree(source).map(draw)}</div>
);
