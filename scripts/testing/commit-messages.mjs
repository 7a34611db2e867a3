import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../build/places.mjs';
import { commands, skipped } from './steps.mjs';

const git = async (...args) => (await promisify(execFile)('git', args, { cwd: ROOT })).stdout.trim();

/** The message of every commit after the first, where there is a history. */
export async function checkCommitMessages() {
  const first = await git('rev-list', '--max-parents=0', 'HEAD').catch(() => '');
  const from = first.split('\n').at(-1);
  if (from === undefined || from === '') return skipped('commit messages: there is no git history here');
  return commands(['commitlint', '--from', from, '--to', 'HEAD']);
}
