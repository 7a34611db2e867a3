import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const CHILD = join(__dirname, '../../test/answer-in-process.cjs');

/** The answer to a fixed case as a process of its own prints it. */
function answerIn(locale: string, timeZone: string, order: 'forwards' | 'backwards'): string {
  const env = { ...process.env, LANG: locale, LC_ALL: locale, TZ: timeZone };
  return execFileSync(process.execPath, [CHILD, order], { env, encoding: 'utf8' });
}

describe('two processes', () => {
  it('give the same bytes whatever their locale and time zone and however the case is told', () => {
    const first = answerIn('en_US.UTF-8', 'America/New_York', 'forwards');
    expect(first).toContain('"p95"');
    expect(answerIn('tr_TR.UTF-8', 'Asia/Shanghai', 'backwards')).toBe(first);
  }, 30_000);
});
