import { imageAddress, qrImage } from './qr';

describe('the QR code of a link', () => {
  const svg = qrImage(`https://atelier-nord.example/guest/invitation#gil_${'a'.repeat(36)}`);

  it('is black on white, with a margin', () => {
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"><rect fill="white" width="(\d+)"/);
    expect(svg).toContain('fill="black"');
    const starts = [...svg.matchAll(/M(\d+),(\d+)h/g)].map(([, x, y]) => Math.min(Number(x), Number(y)));
    expect(Math.min(...starts)).toBe(40);
  });

  it('does not hold the link itself, and is another one for another link', () => {
    expect(svg).not.toContain('gil_');
    expect(qrImage('https://atelier-nord.example/guest/invitation#gil_b')).not.toBe(svg);
    expect(imageAddress(svg)).toMatch(/^data:image\/svg\+xml;charset=utf-8,%3Csvg/);
  });
});
