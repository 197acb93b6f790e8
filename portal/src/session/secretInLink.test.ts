import {
  accessKeyPattern,
  invitationPattern,
  previewTicketPattern,
  resetPattern,
  verificationPattern,
} from '../../../contract/constants';
import { findSecret, readSecret, splitAddress } from './secretInLink';

const body = 'aB3'.repeat(12);
const key = `gak_${body}`;

const kinds = [
  ['gak_', 'key', accessKeyPattern],
  ['gil_', 'invitation', invitationPattern],
  ['gvt_', 'join/confirm', verificationPattern],
  ['gvt_', 'email/undo', verificationPattern],
  ['grt_', 'password', resetPattern],
] as const;

/** What mails, chats, trackers and people make of `#secret`. */
const touched: readonly [string, (secret: string) => string][] = [
  ['as it was made', (secret) => `#${secret}`],
  ['with a space after it', (secret) => `#${secret} `],
  ['with an escaped space after it', (secret) => `#${secret}%20`],
  ['with an escaped space before it', (secret) => `#%20${secret}`],
  ['with a no-break space after it', (secret) => `#${secret}\u00a0`],
  ['with an escaped line break after it', (secret) => `#${secret}%0D%0A`],
  ['with a dot', (secret) => `#${secret}.`],
  ['with a comma and words', (secret) => `#${secret}, merci`],
  ['with a bracket', (secret) => `#${secret})`],
  ['in angle brackets', (secret) => `#${secret}>`],
  ['in escaped angle brackets', (secret) => `#${secret}%3E`],
  ['in quotes', (secret) => `#"${secret}"`],
  ['in italics', (secret) => `#${secret}_`],
  ['in bold', (secret) => `#${secret}**`],
  ['after two signs', (secret) => `##${secret}`],
  ['after an escaped sign', (secret) => `#%23${secret}`],
  ['with a tracker', (secret) => `#${secret}&utm_source=mail&utm_medium=email`],
  ['with a tracker after a question mark', (secret) => `#${secret}?utm_source=mail`],
  ['with a name', (secret) => `#key=${secret}`],
  [
    'escaped, letter by letter',
    (secret) => `#${[...secret].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('')}`,
  ],
  ['escaped twice', (secret) => `#${secret.replace('_', '%255F')}`],
  ['broken in two lines', (secret) => `#${secret.slice(0, 20)}%0A ${secret.slice(20)}`],
  ['with a soft hyphen', (secret) => `#${secret.slice(0, 20)}\u00ad${secret.slice(20)}`],
];

describe.each(kinds)('the secret %s of a link to %s', (prefix, _page, pattern) => {
  it.each(touched)('is found %s', (_how, touch) => {
    expect(readSecret(touch(prefix + body), pattern)).toEqual({ kind: 'secret', secret: prefix + body });
  });
});

describe('the secret of a link', () => {
  it.each(['', '#', '# ', '##', '#%20'])('is not there in %j', (fragment) => {
    expect(readSecret(fragment, accessKeyPattern)).toEqual({ kind: 'none' });
  });

  it.each([`#${key.slice(0, -1)}`, `#${key}x`, `#x${key}`, '#content', '#gak_<img src=x onerror=alert(1)>', '#%'])(
    'is malformed in %s, so that no call is made',
    (fragment) => {
      expect(readSecret(fragment, accessKeyPattern)).toEqual({ kind: 'malformed' });
    }
  );

  it('is good at its own door only', () => {
    expect(readSecret(`#${key}`, previewTicketPattern)).toEqual({ kind: 'malformed' });
    expect(readSecret(`#gpt_${body}`, accessKeyPattern)).toEqual({ kind: 'malformed' });
  });

  it('is found in a whole link that was pasted', () => {
    expect(findSecret(`Bonjour, voici : <https://a.example/guest/key#${key}>.`, accessKeyPattern)).toBe(key);
    expect(findSecret('https://a.example/guest/login', accessKeyPattern)).toBeNull();
  });
});

describe('an address with a secret in it', () => {
  const split = (address: string) => splitAddress(new URL(address, 'https://a.example'));

  it.each(kinds)('leaves the page, and the secret %s elsewhere: %s', (prefix, page, pattern) => {
    const secret = prefix + body;
    for (const address of [
      `/guest/${page}#${secret}`,
      `/guest/${page}%23${secret}`,
      `/guest/${page}%2523${secret}`,
      `/guest/${page}%23${secret}&utm_source=a`,
      `/guest/${page}%23${secret}?utm_source=a`,
      `/guest/${page}%23${secret}/`,
      `/guest/${page}/${secret}`,
      `/guest/${page}?${secret}`,
      `/guest/${page}?key=${secret}&utm_source=a`,
      `/guest/${page}%23${secret}#x`,
    ]) {
      const { path, fragment } = split(address);
      expect([address, path]).toEqual([address, `/guest/${page}`]);
      expect([address, readSecret(fragment, pattern)]).toEqual([address, { kind: 'secret', secret }]);
    }
  });

  it('stays as it is without one', () => {
    expect(split('/guest/tasks?q=a%23b&page=2#x')).toEqual({ path: '/guest/tasks?q=a%23b&page=2', fragment: '#x' });
    expect(split('/guest/tasks')).toEqual({ path: '/guest/tasks', fragment: '' });
  });

  it('keeps what was asked beside a secret in the fragment', () => {
    expect(split(`/guest/key?utm_source=a#${key}`)).toEqual({ path: '/guest/key?utm_source=a', fragment: `#${key}` });
  });
});
