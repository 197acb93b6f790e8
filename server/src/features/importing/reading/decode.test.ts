import { encode } from 'iconv-lite';
import { decode, decodeSample } from './decode';

describe('decode', () => {
  it('gives even a file that comes at once in pieces of 64 kB', async () => {
    const lengths: number[] = [];
    for await (const piece of decode([Buffer.alloc(1_000_000, 'x')], 'utf-8')) lengths.push(piece.length);
    expect(Math.max(...lengths)).toBe(65_536);
    expect(lengths.reduce((sum, length) => sum + length)).toBe(1_000_000);
  });

  it('puts a letter together whose bytes come one by one, and says what is missing of the last', async () => {
    let text = '';
    const bytes = encode('ř東😀ř', 'utf8');
    for await (const piece of decode(
      [...bytes.subarray(0, -1)].map((byte) => Buffer.of(byte)),
      'utf-8'
    ))
      text += piece;
    expect(text).toBe('ř東😀\ufffd');
  });
});

describe('decodeSample', () => {
  it('leaves away the letter that a sample ends in the middle of', () => {
    expect(decodeSample(encode('Jiř', 'utf8').subarray(0, -1), 'utf-8')).toBe('Ji');
  });
});
