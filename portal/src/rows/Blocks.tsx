import { Fragment, type ReactNode } from 'react';
import { ContentLink } from './ContentLink';
import { Image } from './Image';
import type { Block } from './isBlocks';
import { TextHeading } from './TextHeading';

const childrenOf = ({ children = [] }: Block): ReactNode =>
  children.map((child, index) => <Fragment key={index}>{nodeOf(child)}</Fragment>);

/** A text may have several lines and several styles at once. */
const textOf = (text: string, { bold, italic, underline, strikethrough, code }: Block): ReactNode => {
  let drawn: ReactNode = text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
  if (code === true) drawn = <code>{drawn}</code>;
  if (strikethrough === true) drawn = <s>{drawn}</s>;
  if (underline === true) drawn = <u>{drawn}</u>;
  if (italic === true) drawn = <em>{drawn}</em>;
  return bold === true ? <strong>{drawn}</strong> : drawn;
};

const imageOf = ({ image }: Block): ReactNode => {
  if (typeof image !== 'object' || image === null || !('url' in image)) return null;
  const alt = 'alternativeText' in image && typeof image.alternativeText === 'string' ? image.alternativeText : '';
  const caption = 'caption' in image && typeof image.caption === 'string' ? image.caption : '';
  return (
    <figure>
      <Image url={image.url} alt={alt} />
      {caption !== '' && <figcaption>{caption}</figcaption>}
    </figure>
  );
};

const plainTextOf = ({ text = '', children = [] }: Block): string => text + children.map(plainTextOf).join('');

const nodeOf = (block: Block): ReactNode => {
  if (block.text !== undefined) return textOf(block.text, block);
  switch (block.type) {
    case 'link':
      return <ContentLink url={block.url}>{childrenOf(block)}</ContentLink>;
    case 'heading':
      return <TextHeading level={Number(block.level) || 1}>{childrenOf(block)}</TextHeading>;
    case 'list':
      return block.format === 'ordered' ? <ol>{listItems(block)}</ol> : <ul>{listItems(block)}</ul>;
    case 'list-item':
      return <li>{childrenOf(block)}</li>;
    case 'quote':
      return <blockquote>{childrenOf(block)}</blockquote>;
    case 'code':
      return <pre className="code">{plainTextOf(block)}</pre>;
    case 'image':
      return imageOf(block);
    case 'paragraph':
      return <p>{childrenOf(block)}</p>;
    default:
      return childrenOf(block);
  }
};

/** Strapi keeps a nested list beside the item that it belongs to; in HTML it stands in an item. */
const listItems = ({ children = [] }: Block): ReactNode =>
  children.map((child, index) =>
    child.type === 'list-item' ? (
      <Fragment key={index}>{nodeOf(child)}</Fragment>
    ) : (
      <li key={index} className="nested">
        {nodeOf(child)}
      </li>
    )
  );

/** Rich text of Strapi's blocks editor, drawn node by node: no HTML of the site is ever read. */
export const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <div className="prose">
    {blocks.map((block, index) => (
      <Fragment key={index}>{nodeOf(block)}</Fragment>
    ))}
  </div>
);
