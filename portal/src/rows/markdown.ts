import MarkdownIt, { type Token } from 'markdown-it';

/** What a text in Markdown, or a piece of it, is made of. Addresses are as they were written: whoever draws checks them. */
export interface MarkdownNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkdownPart[];
}
export type MarkdownPart = string | MarkdownNode;

/** Tags that may stand in the text itself, without attributes: Strapi's editor writes `<u>`, others the rest. */
const inlineTags = new Set(['u', 'b', 'i', 'em', 'strong', 's', 'del', 'ins', 'mark', 'sub', 'sup', 'code']);
/** Tags of HTML that end a line. */
const lineEnds = new Set(['br', 'p', 'div', 'li', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

// As Strapi's own preview reads it, so that a guest sees what the editor saw. HTML is told apart from the text, never kept.
const parser = new MarkdownIt({ html: true, breaks: true, linkify: true }).disable('html_block');
// A link that is refused would stand in the text as it was typed.
parser.validateLink = () => true;

interface OpenNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkdownPart[];
}

class Tree {
  private readonly open: [OpenNode, ...OpenNode[]] = [{ tag: '', attributes: {}, children: [] }];

  get parts(): readonly MarkdownPart[] {
    return this.open[0].children;
  }
  add(...parts: MarkdownPart[]): void {
    this.open.at(-1)?.children.push(...parts);
  }
  start(tag: string, attributes: Readonly<Record<string, string>> = {}): void {
    const node = { tag, attributes, children: [] };
    this.add(node);
    this.open.push(node);
  }
  /** Ends the innermost piece of this tag and what is open in it; nothing where there is none. */
  end(tag: string): void {
    const at = this.open.findLastIndex((node) => node.tag === tag);
    if (at > 0) this.open.splice(at);
  }
}

const attributesOf = (token: Token, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = token.attrGet(name);
      return value === null ? [] : [[name, value]];
    })
  );

const htmlAttribute = (tag: string, name: string): string => {
  const [, ...quoted] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag) ?? [];
  return parser.utils.unescapeAll(quoted.find((value) => value !== undefined) ?? '');
};

/** Of a tag in the text: what is known keeps its meaning, anything else (comments, scripts, frames) leaves its text alone. */
const addHtml = (tree: Tree, html: string): void => {
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html) ?? [];
  const tag = name.toLowerCase();
  const isEnd = slash === '/';
  if (inlineTags.has(tag) || tag === 'a') {
    if (isEnd) tree.end(tag);
    else tree.start(tag, tag === 'a' ? { href: htmlAttribute(html, 'href') } : {});
  } else if (tag === 'img') {
    const attributes = { src: htmlAttribute(html, 'src'), alt: htmlAttribute(html, 'alt') };
    tree.add({ tag, attributes, children: [] });
  } else if (lineEnds.has(tag) && (isEnd || tag === 'br')) tree.add({ tag: 'br', attributes: {}, children: [] });
};

const addToken = (tree: Tree, token: Token): void => {
  switch (token.type) {
    case 'inline':
      tree.add(...treeOf(token.children ?? []));
      return;
    case 'html_inline':
      addHtml(tree, token.content);
      return;
    case 'image':
      tree.add({ tag: 'img', attributes: { ...attributesOf(token, ['src']), alt: token.content }, children: [] });
      return;
    case 'fence':
    case 'code_block':
      tree.add({ tag: 'pre', attributes: {}, children: [token.content.replace(/\n$/, '')] });
      return;
    case 'softbreak':
      tree.add({ tag: 'br', attributes: {}, children: [] });
      return;
  }
  // The paragraphs of a tight list are none.
  if (token.hidden) return;
  if (token.nesting === 1) tree.start(token.tag, attributesOf(token, ['href', 'start']));
  else if (token.nesting === -1) tree.end(token.tag);
  else if (token.tag === '') tree.add(token.content);
  else tree.add({ tag: token.tag, attributes: {}, children: token.content === '' ? [] : [token.content] });
};

const treeOf = (tokens: readonly Token[]): readonly MarkdownPart[] => {
  const tree = new Tree();
  for (const token of tokens) addToken(tree, token);
  return tree.parts;
};

/** The tree of a text in Markdown: nothing of it is HTML, whatever the text holds. */
export const markdownTree = (source: string): readonly MarkdownPart[] => treeOf(parser.parse(source, {}));
