import { keptAddress } from './address';

describe('the address of whoever did something', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24', '192.0.2.77'],
    ['::ffff:192.0.2.77', '192.0.2.0/24', '192.0.2.77'],
    ['2001:db8:12:34::1', '2001:db8:12::/48', '2001:db8:12:34::1'],
    ['2001:DB8::1', '2001:db8:0::/48', '2001:DB8::1'],
    ['::1', '0:0:0::/48', '::1'],
    ['fe80::1%eth0', 'fe80:0:0::/48', 'fe80::1'],
  ])('%s', (ip, network, whole) => {
    expect(keptAddress(ip, 'network')).toBe(network);
    expect(keptAddress(ip, 'whole')).toBe(whole);
    expect(keptAddress(ip, 'nothing')).toBeNull();
  });

  it.each(['', 'localhost', '192.0.2', '<script>', '192.0.2.77\n'])('keeps nothing of %j, which is none', (text) => {
    expect(keptAddress(text, 'whole')).toBeNull();
  });
});
