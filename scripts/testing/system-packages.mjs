import { spawnSync } from 'node:child_process';
import { access } from 'node:fs/promises';

/** What some tests need of the system, in Debian's names. */
const PACKAGES = [
  { name: 'chromium', file: '/usr/bin/chromium' },
  { name: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
  { name: 'redis-server', file: '/usr/bin/redis-server' },
];

/**
 * Installs what is missing, on a machine of a continuous integration only: nobody's own machine is changed by a test.
 *
 * @returns {Promise<string | undefined>} what went wrong, if anything did
 */
export async function installSystemPackages() {
  if (process.env.CI !== 'true' || process.platform !== 'linux') return undefined;
  const missing = [];
  for (const { name, file } of PACKAGES) if (!(await exists(file))) missing.push(name);
  if (missing.length === 0) return undefined;
  console.log(`Installing for the tests: ${missing.join(', ')}`);
  const apt = (...args) => {
    const command = [...(process.getuid() === 0 ? [] : ['sudo', '-n']), 'apt-get', ...args];
    return spawnSync(command[0], command.slice(1), {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  };
  if (apt('update', '-q') !== 0) return 'apt-get update failed';
  if (apt('install', '-y', '-q', '--no-install-recommends', ...missing) === 0) return undefined;
  return `apt-get could not install ${missing.join(', ')}`;
}

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );
