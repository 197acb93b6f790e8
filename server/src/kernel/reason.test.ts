import { reasonOf } from './reason';

describe('the reason kept of an error', () => {
  it('has no link, no address, no secret, even where the mail server quotes them', () => {
    const secret = `gak_${'a'.repeat(36)}`;
    const reason = reasonOf(
      new Error(`554 <jo@example.com>: spam https://x.example/guest/key#${secret} key ${secret}`)
    );
    expect(reason).toBe('554 [address] spam [link] key [secret]');
  });

  it('is one line of at most 200 characters', () => {
    expect(reasonOf(new Error('a\r\nb\u2028c\u0000d'))).toBe('a b c d');
    expect(reasonOf(new Error('x'.repeat(999)))).toHaveLength(200);
  });
});
