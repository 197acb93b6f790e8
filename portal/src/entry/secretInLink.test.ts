import { accessKeyPattern, previewTicketPattern } from '../../../contract/constants';
import { readSecret } from './secretInLink';

const body = 'aB3'.repeat(12);
const key = `gak_${body}`;

describe('the secret of a link', () => {
  it('is read from the fragment', () => {
    expect(readSecret(`#${key}`, accessKeyPattern)).toEqual({ kind: 'secret', secret: key });
    expect(readSecret(`#${key} `, accessKeyPattern)).toEqual({ kind: 'secret', secret: key });
  });

  it.each(['', '#', '# '])('is not there in %j', (fragment) => {
    expect(readSecret(fragment, accessKeyPattern)).toEqual({ kind: 'none' });
  });

  it.each([`#${key.slice(0, -1)}`, `#${key}x`, '#content', `#key=${key}`, '#gak_<img src=x onerror=alert(1)>'])(
    'is malformed in %s, so that no call is made',
    (fragment) => {
      expect(readSecret(fragment, accessKeyPattern)).toEqual({ kind: 'malformed' });
    }
  );

  it('is good at its own door only', () => {
    expect(readSecret(`#${key}`, previewTicketPattern)).toEqual({ kind: 'malformed' });
    expect(readSecret(`#gpt_${body}`, accessKeyPattern)).toEqual({ kind: 'malformed' });
  });
});
