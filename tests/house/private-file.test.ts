import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './sources';

const library = join(__dirname, '../../scripts/lib/private-file.mjs');

const run = (program: string) =>
  execFileSync(process.execPath, ['--eval', `import(${JSON.stringify(library)}).then((lib) => { ${program} })`]);

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('files with logins and secrets in them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'private-file-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are for whoever runs the demo alone, also where others could read them before', () => {
    const file = join(folder, 'demo.json');
    writeFileSync(file, 'old', { mode: 0o644 });
    run(`lib.writePrivateFile(${JSON.stringify(file)}, 'new')`);
    expect([readFileSync(file, 'utf8'), modeOf(file)]).toEqual(['new', '600']);
    const below = join(folder, 'below');
    mkdirSync(below);
    chmodSync(below, 0o755);
    run(`lib.makePrivateFolder(${JSON.stringify(below)})`);
    expect(modeOf(below)).toBe('700');
  });

  it('are written in no other way', () => {
    const scripts = join(root, 'scripts');
    const writing = readdirSync(scripts, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.mjs'))
      .filter((path) => /writeFile|createWriteStream/.test(readFileSync(join(scripts, path), 'utf8')));
    // The others write digests of what was built, pieces of source, and what the API takes and answers.
    const others = ['lib/mail-frame.mjs', 'lib/openapi.mjs', 'lib/stamp.mjs'];
    expect(writing.sort()).toEqual([...others, 'lib/private-file.mjs'].sort());
  });
});
