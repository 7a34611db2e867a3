/**
 * Packs the clients without a network: `node scripts/clients/pack.mjs <folder> [typescript|python|java …]` writes a package for
 * npm, a wheel, and a JAR with its POM. What is needed for one and missing here is named.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CLIENTS = join(ROOT, 'openapi', 'client');
const SUMMARY = 'OpenRounds over HTTP: a method for each operation, typed.';
const LICENCE = 'Apache-2.0';
/** Debian's, where `libjackson2-databind-java` puts them. */
const JACKSON = ['databind', 'core', 'annotations'].map((part) => `/usr/share/java/jackson-${part}.jar`);
const JACKSON_VERSION = '2.14.0';

const versionOf = () => {
  const [, version] = /API_VERSION = '(.+)'/.exec(
    readFileSync(join(CLIENTS, 'typescript', 'operations.ts'), 'utf8'),
  );
  return version;
};

/** Class path of the Java client, besides itself. */
export const jacksonPath = () => JACKSON.join(':');

/** @returns {string | undefined} what is missing for the Java client here */
export function missingForJava() {
  if (spawnSync('javac', ['--version']).status !== 0)
    return 'Java: there is no JDK here (openjdk-17-jdk-headless)';
  const isComplete = JACKSON.every((jar) => existsSync(jar));
  return isComplete ? undefined : 'Java: there is no Jackson in /usr/share/java (libjackson2-databind-java)';
}

/** @returns {string} the file of the package, its dependencies in it */
export function packTypeScript(to) {
  return inFolder((folder) => {
    const manifest = JSON.parse(readFileSync(join(CLIENTS, 'typescript', 'package.json'), 'utf8'));
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    run(process.execPath, [tsc, '-p', join(CLIENTS, 'typescript'), '--outDir', folder]);
    cpSync(join(CLIENTS, 'schema.d.ts'), join(folder, 'schema.d.ts'));
    const bundled = ['openapi-fetch', 'openapi-typescript-helpers'];
    for (const name of bundled)
      cpSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
    const whole = { version: versionOf(), ...manifest, bundleDependencies: bundled };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(whole, null, 2));
    cpSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
    const packed = run('npm', ['pack', '--silent', '--offline', '--pack-destination', to], folder);
    return join(to, packed.trim().split('\n').at(-1));
  });
}

/** @returns {string} the wheel (PEP 427): a ZIP with its own list */
export function packPython(to) {
  const version = versionOf();
  const info = `openrounds_client-${version}.dist-info`;
  const source = join(CLIENTS, 'python', 'openrounds_client');
  const files = new Map(
    readdirSync(source, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [`openrounds_client/${name}`, readFileSync(join(source, name))]),
  );
  const metadata = [
    'Metadata-Version: 2.1',
    'Name: openrounds-client',
    `Version: ${version}`,
    `Summary: ${SUMMARY}`,
  ];
  files.set(`${info}/METADATA`, bytes([...metadata, `License: ${LICENCE}`, 'Requires-Python: >=3.9', '']));
  files.set(
    `${info}/WHEEL`,
    bytes(['Wheel-Version: 1.0', 'Generator: openrounds', 'Root-Is-Purelib: true', 'Tag: py3-none-any', '']),
  );
  files.set(`${info}/LICENSE`, readFileSync(join(ROOT, 'LICENSE')));
  const listed = [...files].map(
    ([name, content]) => `${name},sha256=${digest(content)},${String(content.length)}`,
  );
  files.set(`${info}/RECORD`, bytes([...listed, `${info}/RECORD,,`, '']));
  const wheel = join(to, `openrounds_client-${version}-py3-none-any.whl`);
  writeFileSync(wheel, zipSync(Object.fromEntries(files)));
  return wheel;
}

const bytes = (lines) => Buffer.from(lines.join('\n'), 'utf8');
const digest = (content) => createHash('sha256').update(content).digest('base64url');

/** @returns {string} the JAR; its POM lies beside it */
export function packJava(to) {
  const version = versionOf();
  const jar = join(to, `openrounds-client-${version}.jar`);
  return inFolder((folder) => {
    const sources = javaFiles(join(CLIENTS, 'java', 'src', 'main', 'java'));
    compileJava(sources, folder, jacksonPath());
    const meta = join(folder, 'META-INF', 'maven', 'openrounds', 'openrounds-client');
    mkdirSync(meta, { recursive: true });
    for (const file of [join(meta, 'pom.xml'), jar.replace(/\.jar$/, '.pom')])
      writeFileSync(file, pom(version));
    cpSync(join(ROOT, 'LICENSE'), join(folder, 'META-INF', 'LICENSE'));
    run('jar', ['--create', '--file', jar, '-C', folder, '.']);
    return jar;
  });
}

/** @throws Error with what javac says, warnings among it */
export const compileJava = (sources, to, classPath) =>
  run('javac', [
    '--release',
    '17',
    '-Xlint:all',
    '-Werror',
    '-encoding',
    'UTF-8',
    '-cp',
    classPath,
    '-d',
    to,
    ...sources,
  ]);

export const javaFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.java'))
    .map((name) => join(folder, name));

const pom = (version) => `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>openrounds</groupId>
  <artifactId>openrounds-client</artifactId>
  <version>${version}</version>
  <name>openrounds-client</name>
  <description>${SUMMARY}</description>
  <licenses>
    <license><name>${LICENCE}</name></license>
  </licenses>
  <dependencies>
    <dependency>
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>${JACKSON_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'openrounds-client-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, args, cwd = ROOT) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`${command} failed: ${error?.message ?? `${stderr}${stdout}`.slice(-4000)}`);
}

const PACKERS = { typescript: packTypeScript, python: packPython, java: packJava };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...wanted] = process.argv.slice(2);
  if (folder === undefined || wanted.some((name) => !(name in PACKERS))) {
    console.error(`Usage: node scripts/clients/pack.mjs <folder> [${Object.keys(PACKERS).join('|')} …]`);
    process.exit(2);
  }
  mkdirSync(folder, { recursive: true });
  for (const name of wanted.length > 0 ? wanted : Object.keys(PACKERS)) {
    const missing = name === 'java' ? missingForJava() : undefined;
    if (missing === undefined) console.log(`packed: ${PACKERS[name](resolve(folder))}`);
    else console.error(`not packed: ${missing}`);
    if (missing !== undefined) process.exitCode = 1;
  }
}
