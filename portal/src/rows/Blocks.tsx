import { Fragment, type ReactNode } from 'react';
import type { Block } from './isBlocks';
import { safeUrl } from './media';

const childrenOf = ({ children = [] }: Block): ReactNode =>
  children.map((child, index) => <Fragment key={index}>{nodeOf(child)}</Fragment>);

const nodeOf = (block: Block): ReactNode => {
  const url = block.type === 'link' ? safeUrl(block.url) : null;
  if (block.text !== undefined) return block.text;
  if (url !== null) {
    return (
      <a href={url} target="_blank" rel="noopener noreferrer">
        {childrenOf(block)}
      </a>
    );
  }
  switch (block.type) {
    case 'heading':
      return <p className="block-heading">{childrenOf(block)}</p>;
    case 'list':
      return block.format === 'ordered' ? <ol>{childrenOf(block)}</ol> : <ul>{childrenOf(block)}</ul>;
    case 'list-item':
      return <li>{childrenOf(block)}</li>;
    case 'quote':
      return <blockquote>{childrenOf(block)}</blockquote>;
    case 'code':
      return <pre className="code">{childrenOf(block)}</pre>;
    case 'paragraph':
      return <p>{childrenOf(block)}</p>;
    default:
      return childrenOf(block);
  }
};

/** Rich text of Strapi's blocks editor, drawn node by node: no HTML of the site is ever read. */
export const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <div className="prose">
    {blocks.map((block, index) => (
      <Fragment key={index}>{nodeOf(block)}</Fragment>
    ))}
  </div>
);
