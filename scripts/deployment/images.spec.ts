import { spawnSync } from 'node:child_process';
import { inRepository } from './testing/repository';

const DIGEST = `@sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the images of others', () => {
  const check = (environment: Record<string, string> = {}, ...argv: string[]) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [inRepository('scripts/deployment/check-images.mjs'), ...argv],
      { env: environment, encoding: 'utf8' },
    );
    return { status, lines: stdout.trim().split('\n') };
  };

  it('are pinned by digest, or listed with the reason why not', () => {
    const { status, lines } = check();
    expect(lines.map((line) => line.split(': ').slice(0, 2))).toEqual([
      ['node:20-bookworm-slim', 'not pinned'],
      ['postgres:18-bookworm', 'not pinned'],
      ['redis:7-bookworm', 'not pinned'],
    ]);
    expect(status).toBe(0);
  });

  it('can be pinned by variables, and whoever demands it is told of those that are not', () => {
    const pinned = { NODE_IMAGE: `node:20-bookworm-slim${DIGEST}` };
    expect(check(pinned).lines[0]).toBe(`node:20-bookworm-slim${DIGEST}: pinned`);
    expect(check(pinned).status).toBe(0);
    expect(check(pinned, '--strict').status).toBe(1);
  });

  it('are refused where nobody says why they are not pinned', () => {
    const { status, lines } = check({ REDIS_IMAGE: 'redis:latest' });
    expect(lines).toContain('redis:latest: not pinned: no reason is given');
    expect(status).toBe(1);
  });
});
