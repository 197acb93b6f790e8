import { readCardLines, type CardLine } from './card-lines';

const linesOf = async (text: string): Promise<CardLine[]> => {
  const lines: CardLine[] = [];
  const bytes = Buffer.from(text);
  for await (const line of readCardLines([bytes.subarray(0, 5), bytes.subarray(5)], {
    kind: 'vcard',
    encoding: 'utf-8',
  }))
    if (line.text !== '') lines.push(line);
  return lines;
};

describe('readCardLines', () => {
  it.each(['\r\n', '\n', '\r'])('counts lines that end in %j, folded ones too', async (end) => {
    expect(await linesOf(['BEGIN', 'N:Noa', ' ;Arthur', '', 'END'].join(end))).toEqual([
      { line: 1, text: 'BEGIN' },
      { line: 2, text: 'N:Noa;Arthur' },
      { line: 5, text: 'END' },
    ]);
  });

  it('does not take a line end that is cut in two for two', async () => {
    expect(await linesOf('N:ab\r\nEND')).toEqual([
      { line: 1, text: 'N:ab' },
      { line: 2, text: 'END' },
    ]);
  });

  it.each([
    ['in one', 'x'.repeat(100_000)],
    ['folded', `${'x'.repeat(70)}\r\n `.repeat(2_000)],
  ])('keeps 8 kB of a line that is longer, %s', async (_case, value) => {
    const [photo, end] = await linesOf(`PHOTO:${value}\r\nEND`);
    expect(photo?.text).toHaveLength(8 * 1024);
    expect(end?.text).toBe('END');
  });
});
