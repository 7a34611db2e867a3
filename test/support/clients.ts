import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');
export const CLIENTS = join(ROOT, 'openapi/client');
export const EXAMPLES = join(ROOT, 'openapi/examples');

const execute = promisify(execFile);

/** Runs a program to its end: what it printed. @throws Error with all that it said, where it failed */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { cwd = ROOT, env = {} } = options;
  try {
    const { stdout } = await execute(command, args, { cwd, env: { ...process.env, ...env }, maxBuffer: 1e8 });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`, { cause: error });
  }
}

export const isThere = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

/** The ten lines of a language in docs/clients.md. */
export function documented(language: 'ts' | 'python' | 'java'): string {
  const page = readFileSync(join(ROOT, 'docs/clients.md'), 'utf8');
  const [, lines] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page) ?? [];
  if (lines === undefined) throw new Error(`docs/clients.md has no ${language}`);
  return lines;
}
