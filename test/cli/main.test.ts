import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/embedded';

const root = join(__dirname, '../..');
const main = join(root, 'dist/cli/main.js');

function soundings(args: readonly string[], environment: Readonly<Record<string, string>>) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { PATH: process.env.PATH, ...environment };
    execFile(process.execPath, [main, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

/** Needs what `npm test` builds first. */
describe('the built command', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  const example = join(root, 'docs/examples/programme.yaml');

  it('applies a programme on a fresh machine, with a key of its own that only its owner may read', async () => {
    expect(existsSync(main)).toBe(true);
    const dataDir = join(folder.path, 'data');
    const { code, out } = await soundings(['apply', example, '--json'], { DATA_DIR: dataDir });
    expect([code, JSON.parse(out)]).toMatchObject([0, { outcome: 'created', programmeId: 'larkmere-epr' }]);
    expect(statSync(join(dataDir, 'service.key')).mode & 0o077).toBe(0);
  });

  it('gives its exit code to the shell, and words without a stack', async () => {
    const { code, out, err } = await soundings(['doctor'], { SOUNDINGS_MODE: 'production' });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('SOUNDINGS_KEY is missing');
    expect(err).not.toMatch(/\n\s+at /);
  });
});
