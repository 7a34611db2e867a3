import { itInFull } from '@openrounds/testing';
import { spawnSync } from 'node:child_process';
import { inRepository, readText } from './testing/repository';

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}
const { packages } = JSON.parse(readText('package-lock.json')) as {
  readonly packages: Record<string, LockedPackage>;
};
const locked = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true);

/** Ask for no more than to be named, or for nothing. A choice of two stands where one of them does. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT AND Apache-2.0',
  'Python-2.0',
  'Unlicense',
  '(MIT AND Zlib)',
  '(MIT OR CC0-1.0)',
  '(MIT OR GPL-3.0-or-later)',
  'WTFPL OR ISC',
]);

/** Of tools alone: changed files would have to stay open, or the data's authors be named; we change none and ship none. */
const FOR_TOOLS = new Set(['CC-BY-4.0', 'MPL-2.0']);

/** Declared in a form of their own; read in the package itself. */
const READ_BY_US: Readonly<Record<string, string>> = {
  '@lhncbc/ucum-lhc':
    'three clauses as BSD has them, with the notices of UCUM and LOINC, whose tables are free of charge',
  '@vue/compiler-sfc': 'MIT; comes with a player of questions that tests answer in',
  duck: 'BSD, two clauses',
  reserved: 'MIT, in the older form `licenses`',
};

const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe('the licences of packages', () => {
  it('let us ship what we ship, and use what we use', () => {
    const unclear = locked.filter(
      ([path, { license = '', dev = false }]) =>
        !PERMISSIVE.has(license) && !(dev && FOR_TOOLS.has(license)) && !(nameOf(path) in READ_BY_US),
    );
    expect(locked.length).toBeGreaterThan(1_000);
    expect(unclear.map(([path, { license }]) => `${nameOf(path)}: ${String(license)}`)).toEqual([]);
  });

  itInFull('stand with their packages in the bill of materials', () => {
    const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], {
      cwd: inRepository('.'),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const { bomFormat, components } = JSON.parse(stdout) as {
      bomFormat: string;
      components: { name: string }[];
    };
    expect(bomFormat).toBe('CycloneDX');
    const listed = new Set(components.map(({ name }) => name));
    const { dependencies } = JSON.parse(readText('package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).filter((name) => !listed.has(name))).toEqual([]);
  });

  it('that were read by us are still of packages in use', () => {
    const names = new Set(locked.map(([path]) => nameOf(path)));
    expect(Object.keys(READ_BY_US).filter((name) => !names.has(name))).toEqual([]);
  });
});
