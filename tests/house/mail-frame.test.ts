import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { textOf } from './sources';

describe('the frame of the mails', () => {
  it('is what its MJML says', () => {
    const script = join(__dirname, '../../scripts/lib/mail-frame.mjs');
    const program = `import(${JSON.stringify(script)}).then(async ({ compileFrame }) => process.stdout.write(await compileFrame()))`;
    const compiled = execFileSync(process.execPath, ['--eval', program], { encoding: 'utf8' });
    expect(textOf('server/src/features/mail/frame/pieces.ts')).toBe(compiled);
  }, 30_000);
});
