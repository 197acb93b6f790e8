import { locales } from '../../../../contract';
import { printable, render } from './render';
import { defineTemplate } from './template';
import { templates } from './templates';

const link = 'https://www.example.com/guest/key#gak_0123456789';
const values = {
  guestName: 'Élodie Nováková',
  siteName: 'Atelier Nord',
  link,
  expiresAt: new Date('2026-12-13T13:00:00Z'),
  senderName: 'Sarah Martin',
};
const template = templates['access-key'];

/** What a reader sees of the HTML part: no tags, entities as what they stand for. */
const visible = (html: string): string =>
  html
    .replace(/<title>.*<\/title>/, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

describe.each(locales)('the access key message in %s', (locale) => {
  const message = render(template, values, locale);

  it('names guest, sender, site, end, and the link twice: as a button and in plain', () => {
    for (const part of [message.text, visible(message.html)]) {
      expect(part).toContain('Élodie Nováková');
      expect(part).toContain('Sarah Martin');
      expect(part).toContain('Atelier Nord');
      expect(part).toContain('2026');
      expect(part).toContain(link);
    }
    expect(message.subject).toContain('Atelier Nord');
    expect(message.html.split(`href="${link}"`)).toHaveLength(3);
  });

  it('says the same as text and as HTML', () => {
    const inHtml = visible(message.html);
    for (const line of lines(message.text)) expect(inHtml).toContain(line);
  });

  it('fetches nothing and runs nothing', () => {
    expect(message.html).not.toMatch(/<(img|script|link|iframe|style|form)|src=|url\(|@import/i);
  });

  it('leaves out what is not known', () => {
    const short = render(template, { ...values, senderName: null, expiresAt: undefined }, locale);
    expect(short.text).not.toContain('2026');
    expect(short.text).not.toMatch(/Sarah|null|undefined|\{\{/);
    expect(lines(short.text)).toHaveLength(lines(message.text).length - 1);
  });
});

describe('a hostile value', () => {
  const hostile = `<script>alert(1)</script>"'&{{link}}<%= process.env %>\${1}\r\nBcc: evil@example.org\u2028x\u0000`;
  const message = render(template, { ...values, guestName: hostile, siteName: hostile, senderName: hostile }, 'en');

  it('adds no line to the subject', () => {
    expect(message.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  });

  it('is text in the HTML part', () => {
    expect(message.html).not.toContain('<script>');
    expect(message.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;{{link}}');
  });

  it('is not filled in a second time and not run', () => {
    expect(message.text).toContain('{{link}}<%= process.env %>${1} Bcc: evil@example.org x');
  });

  it('cannot become a link, turn the reading direction, or fill the page', () => {
    expect(printable('Visit https://evil.example')).toBe('Visit https evil.example');
    expect(printable('a\u202Egpj.exe\u200B\uFEFF')).toBe('agpj.exe');
    expect(printable('é'.repeat(5000))).toHaveLength(200);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address'])('is refused as a link: %s', (bad) => {
    expect(() => render(template, { ...values, link: bad }, 'fr')).toThrow();
  });

  it('cannot leave the attribute of a link', () => {
    const { html } = render(template, { ...values, link: `https://a.example/"><b>'\r\n` }, 'fr');
    expect(html).not.toContain('"><b>');
  });
});

it('refuses to send without a variable that must be there', () => {
  expect(() => render(template, { ...values, link: undefined }, 'fr')).toThrow('link');
  expect(() => render(template, { ...values, guestName: '' }, 'fr')).toThrow('guestName');
});

it('writes an instant out in the language of the reader, with its zone', () => {
  const wording = { subject: 'x', blocks: [{ kind: 'paragraph' as const, text: '{{at}}' }] };
  const dated = defineTemplate({ variables: { at: 'instant' }, wordings: { fr: wording, en: wording, cs: wording } });
  const at = new Date('2026-12-13T13:00:00Z');
  expect(render(dated, { at }, 'fr').text).toMatch(/13 décembre 2026.*(UTC|GMT|CE)/);
  expect(render(dated, { at }, 'cs').text).toMatch(/13\. prosince 2026/);
  expect(render(dated, { at }, 'en').text).toMatch(/December 13, 2026/);
});
