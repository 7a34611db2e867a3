import { execFile } from 'node:child_process';
import { chown, cp, lstat, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** "nobody" on every Linux: an id without any right of its own. */
const NOBODY = 65534;

/**
 * How a Postgres program is started so that it does not run as root, which it refuses.
 *
 * @typedef {object} RunAs
 * @property {(program: string, args: string[]) => { file: string, args: string[], ids: { uid?: number, gid?: number } }} command
 * @property {(path: string) => Promise<void>} own gives a file or folder tree to the account the program runs as
 * @property {() => Promise<void>} dispose removes what was made for this start
 */

/**
 * Chooses the way: an ordinary user starts Postgres directly; root does it, in this order of preference,
 * 1. in a user namespace where root's files appear as nobody's, so that nothing changes hands;
 * 2. as nobody with the single right to pass through folders (a clone under /root is closed to others);
 * 3. as nobody from a copy of the programs beside the data.
 * Containers usually forbid the first, minimal systems lack the tool for the second.
 *
 * @param {{ nativeDir: string, postgres: string }} binaries
 * @param {string} dataDir folder that holds the data
 * @returns {Promise<RunAs>}
 */
export async function chooseRunAs(binaries, dataDir) {
  const dieWithParent = await wrapsUsably('setpriv', ['--pdeathsig', 'INT']);
  if (process.platform === 'win32' || process.getuid() !== 0) return directly(dieWithParent);

  const namespace = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (await wrapsUsably('unshare', namespace)) return inNamespace(namespace, dieWithParent);

  const capability = [
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--pdeathsig',
    'INT',
  ];
  if (await wrapsUsably('setpriv', capability, binaries.postgres, ['--version']))
    return asNobodyPassingFolders(capability);

  await assertReachable(dataDir);
  return fromCopy(binaries, dataDir, dieWithParent);
}

async function wrapsUsably(wrapper, wrapperArgs, program = 'true', args = []) {
  if (process.platform !== 'linux') return false;
  return run(wrapper, [...wrapperArgs, program, ...args]).then(
    () => true,
    () => false,
  );
}

/** `setpriv --pdeathsig` must come last: changing ids or namespaces clears the signal. */
function withDeathSignal(dieWithParent, program, args) {
  return dieWithParent ? ['setpriv', '--pdeathsig', 'INT', program, ...args] : [program, ...args];
}

function directly(dieWithParent) {
  return {
    command(program, args) {
      const [file, ...rest] = withDeathSignal(dieWithParent, program, args);
      return { file, args: rest, ids: {} };
    },
    own: async () => undefined,
    dispose: async () => undefined,
  };
}

function inNamespace(namespace, dieWithParent) {
  return {
    command: (program, args) => ({
      file: 'unshare',
      args: [...namespace, ...withDeathSignal(dieWithParent, program, args)],
      ids: {},
    }),
    own: (path) => chownTree(path, 0, 0),
    dispose: async () => undefined,
  };
}

function asNobodyPassingFolders(capability) {
  return {
    command: (program, args) => ({ file: 'setpriv', args: [...capability, program, ...args], ids: {} }),
    own: (path) => chownTree(path, NOBODY, NOBODY),
    dispose: async () => undefined,
  };
}

async function fromCopy(binaries, dataDir, dieWithParent) {
  const copy = join(dataDir, 'programs');
  await rm(copy, { recursive: true, force: true }); // of an earlier version, or cut short
  await cp(binaries.nativeDir, copy, { recursive: true, verbatimSymlinks: true });
  await chownTree(copy, NOBODY, NOBODY);
  return {
    command(program, args) {
      const copied = join(copy, relative(binaries.nativeDir, program));
      const [file, ...rest] = withDeathSignal(dieWithParent, copied, args);
      return { file, args: rest, ids: { uid: NOBODY, gid: NOBODY } };
    },
    own: (path) => chownTree(path, NOBODY, NOBODY),
    dispose: () => rm(copy, { recursive: true, force: true }),
  };
}

/** Nobody can use a folder only if every folder above it lets others pass. */
async function assertReachable(path) {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if (!(mode & 0o001)) {
      throw new Error(
        `Postgres does not run as root, and ${folder} (mode ${(mode & 0o777).toString(8)}) is closed to every other account. ` +
          'Start with --data DIR in an open folder such as /var/lib/openrounds, or as an ordinary user.',
      );
    }
    if (folder === dirname(folder)) return;
  }
}

/** Changes the owner of a whole tree, unless its top already belongs to them. */
async function chownTree(path, uid, gid) {
  const top = await lstat(path);
  if (top.uid === uid && top.gid === gid) return;
  if (top.isDirectory()) {
    for (const name of await readdir(path)) await chownTree(join(path, name), uid, gid);
  }
  if (!top.isSymbolicLink()) await chown(path, uid, gid); // last, so that an interrupted change is repeated
}
