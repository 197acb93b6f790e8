import { contentSecurityPolicy, imageOrigin } from './headers';

describe('the origin of an image', () => {
  it.each([
    ['https://cdn.example.com/logo.png', 'https://cdn.example.com'],
    ['https://CDN.example.com:8443/a?b#c', 'https://cdn.example.com:8443'],
    ['https://bücher.example/logo.png', 'https://xn--bcher-kva.example'],
    ['https://name:word@cdn.example.com/a', 'https://cdn.example.com'],
  ])('%s is at %s', (address, origin) => {
    expect(imageOrigin(address)).toBe(origin);
  });

  it.each([
    null,
    '/uploads/logo.png',
    'http://cdn.example.com/a.png',
    'https://*/a.png',
    'https://*.example.com/a.png',
    'https://a;script-src/x.png',
    'https://a,b/x.png',
    "https://'unsafe-inline'/x.png",
    'https://cdn.example.com./x.png',
    'data:image/png;base64,AA',
    'blob:https://cdn.example.com/x',
    'nonsense',
  ])('says nothing of %s', (address) => {
    expect(imageOrigin(address)).toBeNull();
  });
});

describe('the policy', () => {
  it('names the other origins of images, and nothing else changes', () => {
    const plain = contentSecurityPolicy([]);
    expect(plain).toContain("img-src 'self' data:;");
    expect(contentSecurityPolicy(['https://cdn.example.com'])).toBe(
      plain.replace('data:;', 'data: https://cdn.example.com;')
    );
  });
});
