import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales, messageKinds, type Locale, type MessageKind } from '../../../../contract';
import { contrastOf } from '../../../../contract/colour';
import type { Look } from './layout';
import { toWording } from './overrides';
import { render, type Given } from './render';
import { defineTemplate, type Template } from './template';
import { templates } from './templates';
import { printable } from './typed';

const textOf = (path: string): string => readFileSync(join(__dirname, '../../../..', path), 'utf8');

const link = 'https://www.example.com/guest/key#gak_0123456789';
const look: Look = { siteName: 'Atelier Nord', colour: null, logo: null };
const instant = new Date('2026-12-13T13:00:00Z');
const by = (locale: Locale, timeZone = 'UTC') => ({ locale, timeZone });

const templateOf = (kind: MessageKind): Template => templates[kind];
/** Every variable of a kind, texts and instants as given. */
const valuesFor = (kind: MessageKind, text: (name: string) => string): Given =>
  Object.fromEntries(
    Object.entries(templateOf(kind).variables).map(([name, is]) => {
      if (is === 'link') return [name, link];
      return [name, is.startsWith('instant') ? instant : text(name)];
    })
  );
const ordinary = (name: string) => ({ siteName: 'Atelier Nord', guestName: 'Élodie Nováková' })[name] ?? `the ${name}`;

/** What a list of mails shows beside the subject; hidden in the message itself. */
const previewed = /<div style="display:none;[^"]*">(.*?)<\/div>/;

/** What a reader sees of the HTML part: no tags, no styles, no comments, entities as what they stand for. */
const visible = (html: string): string =>
  html
    .replace(/<!--.*?-->|<style.*?<\/style>|<title>.*?<\/title>/gs, '')
    .replace(previewed, '')
    .replace(/<br>/g, '\n')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const all = messageKinds.flatMap((kind) => locales.map((locale): [MessageKind, Locale] => [kind, locale]));

describe.each(all)('%s in %s', (kind, locale) => {
  const message = render(templateOf(kind), valuesFor(kind, ordinary), by(locale), look);

  it('shows every value, in both parts', () => {
    for (const part of [message.text, visible(message.html)]) {
      for (const [name, is] of Object.entries(templateOf(kind).variables)) {
        if (name === 'link') expect(part).toContain(link);
        else expect(`${message.subject}\n${part}`).toContain(is.startsWith('instant') ? '2026' : ordinary(name));
      }
      expect(part).not.toMatch(/[{}]|\[\[|null|undefined/);
    }
    expect(message.html.split(`href="${link}"`)).toHaveLength(3);
  });

  it('says the same as text and as HTML', () => {
    const [head, ...said] = lines(visible(message.html));
    expect(head).toBe('Atelier Nord');
    const fallback = said.findIndex((line) => line === link) - 1;
    expect(said.filter((_, index) => index !== fallback)).toEqual(lines(message.text));
  });

  it('shows more than a greeting in a list of mails', () => {
    const preview =
      previewed
        .exec(message.html)?.[1]
        ?.replace(/&#39;/g, "'")
        .replace(/&quot;/g, '"') ?? '';
    expect(message.text.split('\n\n')[1]).toBe(preview);
    expect(preview).not.toContain('http');
  });

  it('leaves out what is not known', () => {
    const required = Object.entries(templateOf(kind).variables).filter(([, is]) => !is.endsWith('?'));
    const known = Object.fromEntries(required.map(([name]) => [name, valuesFor(kind, ordinary)[name]]));
    const optional = Object.keys(templateOf(kind).variables).length - required.length;
    const short = render(templateOf(kind), known, by(locale), look);
    expect(short.text).not.toMatch(/null|undefined|\{\{/);
    // The first paragraph, which says to whom, gives way to a greeting.
    const replaced = templateOf(kind).variables['guestName'] === 'typed?' ? 1 : 0;
    expect(lines(short.text)).toHaveLength(lines(message.text).length - optional + replaced);
    expect(lines(short.text)[0]).toMatch(/^(Bonjour|Hello|Dobrý den)[,!]?/);
  });

  it('takes hostile values as text', () => {
    const hostile = `<script>alert(1)</script>"'&{{link}}[[text]]<%= process.env %>\${1}$&\r\nBcc: evil@example.org\u2028x\u0000\u202e`;
    const { subject, text, html } = render(
      templateOf(kind),
      valuesFor(kind, () => hostile),
      by(locale),
      { ...look, siteName: hostile }
    );
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(text).toContain(`{{link}}[[text]]<%= process.env %>\${1}$& Bcc: evil@example.org x`);
    expect(text).not.toMatch(/\n *Bcc|(?!\n)\p{Cc}|[\u2028\u202e]/u);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;{{link}}[[text]]&lt;%=');
    expect(html).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u202e]/u);
  });

  it('X11 has no other link than its own, whatever a person typed', () => {
    const given = Object.entries(valuesFor(kind, ordinary)).map(([name, value]) => {
      const isTyped = templateOf(kind).variables[name]?.startsWith('typed');
      return [name, isTyped ? 'www.evil.tld https://evil.tld/x evil@evil.tld tel:+420123456 //evil \\\\evil' : value];
    });
    const { subject, text, html } = render(templateOf(kind), Object.fromEntries(given), by(locale), look);
    for (const part of [subject, text, visible(html)]) {
      expect(part.replaceAll(link, '')).not.toMatch(/\.(evil|tld)|evil\.[a-z]|\S@|@\S|\/\/|\\\\|https?:\S|tel:\S/);
    }
    expect(html).toMatch(/<meta\s+name="format-detection" content="telephone=no/);
  });

  it('fetches nothing and runs nothing', () => {
    expect(message.html).not.toMatch(
      /<(img|script|link|iframe|form|object|base)\b|\bsrc=|url\(|@import|<meta http-equiv="refresh/i
    );
  });
});

it('cannot have a value become a link, turn the reading direction, or fill the page', () => {
  expect(printable('Visit https://evil.example')).toBe('Visit https evil.example');
  expect(printable('a\u202Egpj.exe\u200B\uFEFF')).toBe('agpj.exe');
  expect(printable('é'.repeat(5000))).toHaveLength(200);
});

describe('the link', () => {
  const values = valuesFor('access-key', ordinary);
  const template = templateOf('access-key');

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address'])('is never %s', (bad) => {
    expect(() => render(template, { ...values, link: bad }, by('fr'), look)).toThrow();
  });

  it('does not leave its attribute', () => {
    const { html } = render(template, { ...values, link: `https://a.example/"><b>'\r\n` }, by('fr'), look);
    expect(html).not.toContain('"><b>');
  });
});

it('refuses to send without a variable that must be there', () => {
  const values = valuesFor('guest-arrived', ordinary);
  expect(() => render(templates['guest-arrived'], { ...values, link: undefined }, by('fr'), look)).toThrow('link');
  expect(() => render(templates['guest-arrived'], { ...values, guestName: '' }, by('fr'), look)).toThrow('guestName');
});

it('writes an instant out in the language of the reader, by their clocks, with the zone', () => {
  const wording = { subject: 'x', paragraphs: ['{{at}}'] };
  const dated = defineTemplate({ variables: { at: 'instant' }, wordings: { fr: wording, en: wording, cs: wording } });
  const text = (locale: Locale, timeZone?: string) => render(dated, { at: instant }, by(locale, timeZone), look).text;
  expect(text('fr', 'Europe/Paris')).toMatch(/13 décembre 2026 à 14:00 UTC\+1/);
  expect(text('cs', 'Europe/Prague')).toMatch(/13\. prosince 2026 (v|ve) 14:00 SEČ/);
  expect(text('en', 'Pacific/Auckland')).toMatch(/December 14, 2026 at 2:00.AM GMT\+13/);
  expect(text('fr')).toMatch(/13:00 UTC/);
});

it('breaks no line before a mark of French', () => {
  const { text } = render(
    templates['password-changed'],
    valuesFor('password-changed', () => 'a : b'),
    by('fr'),
    look
  );
  expect(text).toContain('C’était vous\u00A0? Vous');
  expect(text).toContain('«\u00A0Mot de passe oublié\u00A0»');
  expect(text).toContain('a : b');
});

describe('words of the site’s own', () => {
  const values = valuesFor('guest-invitation', ordinary);
  const say = (body: string, given: Given = values) => {
    const wording = toWording('guest-invitation', 'en', { subject: 'Come in to {{siteName}}', body });
    return render(templates['guest-invitation'], given, by('en'), look, wording);
  };

  it('take the place of the plugin’s; the button keeps its label', () => {
    const { subject, text, html } = say('Dear {{ guestName }},\nwelcome.\n\n{{link}}\n\nSee you');
    expect(subject).toBe('Come in to Atelier Nord');
    expect(text).toBe(`Dear Élodie Nováková,\nwelcome.\n\nChoose my password\n${link}\n\nSee you\n`);
    expect(visible(html)).toContain('Dear Élodie Nováková,\nwelcome.');
    expect(html).toContain('<br>welcome.');
  });

  it('lose a paragraph whose value is missing', () => {
    const body = 'Hello\n\n{{senderName}} and {{login}} wait.\n\n{{link}}';
    expect(say(body).text).toContain('the senderName and the login wait.');
    expect(say(body, { ...values, login: null }).text).not.toContain('wait');
  });

  it('are text: no HTML, no code', () => {
    const body = '<b onclick=x>{guestName}</b> ${guestName} <% 1 %> [[text]] $1\n\n{{link}}';
    const { text, html } = say(body);
    expect(text).toContain('<b onclick=x>{guestName}</b> ${guestName} <% 1 %> [[text]] $1');
    expect(html).toContain('&lt;b onclick=x&gt;{guestName}&lt;/b&gt; ${guestName} &lt;% 1 %&gt; [[text]] $1');
  });
});

it('has the portal’s colour where the site has none', () => {
  const portalFill = /--fill: var\(--brand-light-fill, (#\w{6})\)/.exec(textOf('portal/src/styles/tokens.css'))?.[1];
  const { html } = render(templates['guest-approved'], valuesFor('guest-approved', ordinary), by('fr'), look);
  expect(portalFill).toBeDefined();
  expect(html).toContain(`background:${portalFill}`);
});

describe('the brand', () => {
  const message = (brand: Partial<Look>) =>
    render(templates['guest-approved'], valuesFor('guest-approved', ordinary), by('fr'), { ...look, ...brand }).html;

  it('shows the logo in the place of the name, and fetches nothing else', () => {
    const html = message({ logo: 'https://www.example.com/uploads/logo.png?a=1&b="', siteName: 'A "B" <C>' });
    expect(html.match(/\bsrc="[^"]*"/g)).toEqual(['src="https://www.example.com/uploads/logo.png?a=1&amp;b=&quot;"']);
    expect(html).toContain('alt="A &quot;B&quot; &lt;C&gt;"');
  });

  it.each(['#000000', '#ffffff', '#ffff00', '#1d4f91', '#767676', '#e30613'])('has readable text with %s', (colour) => {
    const html = message({ colour });
    expect(html).toContain(`background:${colour}`);
    const onButton = /background:\s*#[0-9a-f]{6};\s*color:\s*(#[0-9a-f]{6})/.exec(html)?.[1] ?? colour;
    expect(contrastOf(colour, onButton)).toBeGreaterThanOrEqual(4.5);
    const ofLink = /style="color:\s*(#[0-9a-f]{6});\s*word-break/.exec(html)?.[1] ?? '#ffffff';
    expect(contrastOf('#ffffff', ofLink)).toBeGreaterThanOrEqual(4.5);
  });
});
