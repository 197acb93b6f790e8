import { logoUrl } from './settings';

describe('the address of a logo', () => {
  it.each([
    null,
    '/uploads/logo.png',
    '/uploads/logo_é(1).png?v=2',
    'https://cdn.example.com/logo.png',
    'https://CDN.example.com:8443/a/b.png?w=200&h=20#x',
    'https://cdn.example.com',
    'https://bücher.example/logo.png',
    'https://cdn.example.com/@scope/logo@2x.png',
    'https://localhost/logo.png',
  ])('%s is one', (text) => {
    expect(logoUrl.isValidSync(text)).toBe(true);
  });

  it.each([
    'https://name:word@cdn.example.com/a.png',
    'https://name@cdn.example.com/a.png',
    'https://@cdn.example.com/a.png',
    'https://*/a.png',
    'https://*.example.com/a.png',
    'https://cdn.example.com/*',
    'https://cdn.example.com;script-src/a.png',
    'https://cdn.example.com/a.png;script-src',
    'https://cdn.example.com/a.png,https://b.example/b.png',
    'https://cdn.example.com/a.png https://b.example/b.png',
    "https://'unsafe-inline'/a.png",
    'https://cdn.example.com/"a.png',
    'https://cdn.example.com\\@b.example/a.png',
    'https:///a.png',
    'https://',
    'https://cdn.example.com:99999/a.png',
    'https://xn--a/a.png',
    'https://[::1]/a.png',
    'https://cdn.example.com./a.png',
    'http://cdn.example.com/a.png',
    'HTTPS://cdn.example.com/a.png',
    '//cdn.example.com/a.png',
    '/\\cdn.example.com/a.png',
    '/a.png\n',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    'logo.png',
    '',
  ])('%s is none', (text) => {
    expect(logoUrl.isValidSync(text)).toBe(false);
  });
});
