import { spawnSync } from 'node:child_process';
import { exists } from '../embedded/exists.mjs';

/** What some tests need of the system, in Debian's names. */
const PACKAGES = [
  { name: 'chromium', file: '/usr/bin/chromium' },
  { name: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
  { name: 'redis-server', file: '/usr/bin/redis-server' },
  { name: 'python3', file: '/usr/bin/python3' },
];

/** The clients of other languages, packed and checked. */
const PACKAGES_OF_FULL = [
  { name: 'python3-venv', file: '/usr/share/doc/python3-venv' },
  { name: 'mypy', file: '/usr/bin/mypy' },
  { name: 'openjdk-17-jdk-headless', file: '/usr/bin/javac' },
  { name: 'libjackson2-databind-java', file: '/usr/share/java/jackson-databind.jar' },
];

/**
 * Installs what is missing, on a machine of a continuous integration only: nobody's own machine is changed by a test.
 *
 * @returns {Promise<string | undefined>} what went wrong, if anything did
 */
export async function installSystemPackages() {
  if (process.env.CI !== 'true' || process.platform !== 'linux') return undefined;
  const missing = [];
  const wanted = [...PACKAGES, ...(process.env.OPENROUNDS_FULL === '1' ? PACKAGES_OF_FULL : [])];
  for (const { name, file } of wanted) if (!(await exists(file))) missing.push(name);
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
