import { readKey } from './keyFromLink';

const key = `gak_${'aB3'.repeat(12)}`;

describe('the key of a link', () => {
  it('is read from the fragment', () => {
    expect(readKey(`#${key}`)).toEqual({ kind: 'key', key });
    expect(readKey(`#${key} `)).toEqual({ kind: 'key', key });
  });
  it.each(['', '#'])('is not there in %j', (hash) => {
    expect(readKey(hash)).toEqual({ kind: 'none' });
  });
  it.each([
    `#${key.slice(0, -1)}`,
    `#${key}x`,
    '#content',
    `#key=${key}`,
    '#gak_<img src=x onerror=alert(1)>',
    `#gst_${key.slice(4)}`,
  ])('is malformed in %s, so that no call is made', (hash) => {
    expect(readKey(hash)).toEqual({ kind: 'malformed' });
  });
});
