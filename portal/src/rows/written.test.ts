import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Blocks } from './Blocks';
import type { Block } from './isBlocks';
import { Markdown } from './Markdown';
import { imageSource } from './media';

const origin = 'https://site.example';
beforeAll(() => Object.assign(globalThis, { window: { location: { origin } } }));
afterAll(() => Reflect.deleteProperty(globalThis, 'window'));

/** What stands in the frame that every text has. */
const inside = (html: string) => html.replace(/^<div class="prose">([\s\S]*)<\/div>$/, '$1');
const markdown = (source: string) => inside(renderToStaticMarkup(createElement(Markdown, { source })));
const blocks = (...written: Block[]) => inside(renderToStaticMarkup(createElement(Blocks, { blocks: written })));
const text = (words: string, style: Partial<Block> = {}): Block => ({ type: 'text', text: words, ...style });
const block = (type: string, children: readonly Block[], more: Partial<Block> = {}): Block => ({
  type,
  children,
  ...more,
});
const linkTo = (href: string, words: string) =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer">${words}</a>`;

describe('a text in Markdown', () => {
  it.each([
    [
      '**bold** _italic_ ~~gone~~ `x < y`',
      '<p><strong>bold</strong> <em>italic</em> <s>gone</s> <code>x &lt; y</code></p>',
    ],
    ['<u>under</u>', '<p><u>under</u></p>'],
    ['# Top', '<h2 class="text-heading level-1">Top</h2>'],
    ['###### Low', '<h2 class="text-heading level-6">Low</h2>'],
    ['one\ntwo\n\nthree', '<p>one<br/>two</p><p>three</p>'],
    ['- a\n  - b\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['```js\n<b>1</b>\n```', '<pre class="code">&lt;b&gt;1&lt;/b&gt;</pre>'],
    ['---', '<hr/>'],
    ['[words](https://example.com/a)', `<p>${linkTo('https://example.com/a', 'words')}</p>`],
    ['see https://example.com/a', `<p>see ${linkTo('https://example.com/a', 'https://example.com/a')}</p>`],
    ['![A plan](/uploads/a.png)', '<p><img class="picture" src="/uploads/a.png" alt="A plan" loading="lazy"/></p>'],
    ['![A plan](https://else.example/a.png)', `<p>${linkTo('https://else.example/a.png', 'A plan')}</p>`],
    ['a &amp; b &eacute;', '<p>a &amp; b é</p>'],
  ])('%j', (source, html) => {
    expect(markdown(source)).toBe(html);
  });

  it('shows a table', () => {
    const html = markdown('| a | b |\n|---|---|\n| 1 | 2 |');
    expect(html).toContain('<thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>');
  });

  it('keeps the words of a text that an editor for HTML wrote', () => {
    expect(markdown('<p>Bon <strong>jour</strong></p><p>a&nbsp;b <a href="/x?a=1&amp;b=2">c</a></p>')).toBe(
      `<p>Bon <strong>jour</strong><br/>a\u00a0b ${linkTo('/x?a=1&amp;b=2', 'c')}<br/></p>`
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="x" onerror="alert(1)">',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    '<u onmouseover="alert(1)" style="position:fixed">x</u>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:x)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,<svg onload=alert(1)>)',
    '![x](//evil.example/a.png)',
    '![x](https://evil.example/track.png)',
    '[x]: javascript:alert(1)\n\n[x]',
    '<style>*{display:none}</style>',
    '</div></dd><form action="https://evil.example"><input name="password">',
  ])('runs, fetches and sends nothing: %s', (source) => {
    const html = markdown(source);
    expect(html).not.toMatch(/<(?:script|style|iframe|svg|form|input|img|object)|\son\w+=|style=/i);
    expect(
      [...html.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, url = '']) => /^(https?:|mailto:|\/)/.test(url))
    ).toBe(true);
  });

  it('takes anything', () => {
    expect(markdown('')).toBe('');
    expect(markdown('</u></b> **a <u>b** c</u>')).toContain('<strong>a <u>b</u></strong> c');
    expect(() => markdown('> '.repeat(3_000) + '[['.repeat(3_000))).not.toThrow();
  });
});

describe('a text of the blocks editor', () => {
  it('keeps the styles of its words, several at once', () => {
    const written = block('paragraph', [
      text('a', { bold: true, italic: true }),
      text('b', { underline: true, strikethrough: true }),
      text('c', { code: true }),
      text('d\ne'),
    ]);
    expect(blocks(written)).toBe('<p><strong><em>a</em></strong><u><s>b</s></u><code>c</code>d<br/>e</p>');
  });
  it('shows headings, quotes, code and nested lists', () => {
    const item = (words: string) => block('list-item', [text(words)]);
    expect(blocks(block('heading', [text('Top')], { level: 2 }))).toBe('<h2 class="text-heading level-2">Top</h2>');
    expect(blocks(block('quote', [text('said')]))).toBe('<blockquote>said</blockquote>');
    expect(blocks(block('code', [text('a <b>\nc')]))).toBe('<pre class="code">a &lt;b&gt;\nc</pre>');
    const nested = block('list', [item('b')], { format: 'ordered' });
    expect(blocks(block('list', [item('a'), nested], { format: 'unordered' }))).toBe(
      '<ul><li>a</li><li class="nested"><ol><li>b</li></ol></li></ul>'
    );
  });
  it('shows pictures of the site, and leads to others', () => {
    const picture = (url: unknown) =>
      blocks(block('image', [text('')], { image: { url, alternativeText: 'A plan', caption: 'Floor 2' } }));
    const figure = (inner: string) => `<figure>${inner}<figcaption>Floor 2</figcaption></figure>`;
    const url = `${origin}/uploads/a.png`;
    expect(picture(url)).toBe(figure(`<img class="picture" src="${url}" alt="A plan" loading="lazy"/>`));
    expect(picture('https://else.example/a.png')).toBe(figure(linkTo('https://else.example/a.png', 'A plan')));
    expect(picture('javascript:alert(1)')).toBe(figure('A plan'));
    expect(blocks(block('image', [text('')], { image: 'x' }))).toBe('');
  });
  it('runs nothing', () => {
    const link = (url: unknown) => block('paragraph', [block('link', [text('<script>')], { url })]);
    expect(blocks(link('https://a.example'))).toBe(`<p>${linkTo('https://a.example', '&lt;script&gt;')}</p>`);
    expect(blocks(link('javascript:alert(1)'))).toBe('<p>&lt;script&gt;</p>');
    expect(blocks(link({ toString: 'x' }))).toBe('<p>&lt;script&gt;</p>');
    expect(blocks(block('script', [text('alert(1)')]))).toBe('alert(1)');
  });
});

describe('where a picture may come from', () => {
  it.each(['/uploads/a.png', `${origin}/a.png`])('the site: %s', (url) => expect(imageSource(url, origin)).toBe(url));
  it.each(['//evil.example/a', '/\t/evil.example/a', 'http://site.example/a', `${origin}.evil.example/a`, 'data:x', 7])(
    'nowhere else: %s',
    (url) => expect(imageSource(url, origin)).toBeNull()
  );
});
