/**
 * Says which images of others are used, and which of them are not pinned by digest:
 *
 *     node scripts/deployment/check-images.mjs [--strict]
 *
 * Looks at Dockerfile, docker-compose.yml and k8s/, with the variables of the environment. An image that is not pinned and
 * not listed with a reason in unpinned-images.json ends it with 1; with `--strict` every image that is not pinned does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

/** The value of a variable, else what the file gives. */
const resolved = (text) =>
  text.replace(
    /\$\{(\w+)(?::-([^}]*))?\}/g,
    (_all, name, byDefault) => process.env[name] || (byDefault ?? ''),
  );

function ofDockerfile() {
  const text = read('Dockerfile');
  const defaults = Object.fromEntries(
    [...text.matchAll(/^ARG (\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]),
  );
  return [...text.matchAll(/^FROM (\S+)/gm)].map(([, from]) =>
    from.replace(/\$\{(\w+)\}/g, (_all, name) => process.env[name] || defaults[name] || ''),
  );
}

const imagesIn = (path) =>
  [...read(path).matchAll(/^\s*(?:- )?image: *['"]?([^\s'"]+)/gm)].map(([, image]) => resolved(image));

function ofManifests() {
  return readdirSync(join(ROOT, 'k8s'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path) => imagesIn(join('k8s', path)));
}

/** Built here, from the Dockerfile. */
const isOwn = (image) => /^openrounds(:|$)/.test(image);
const isPinned = (image) => /@sha256:[0-9a-f]{64}$/.test(image);

const reasons = JSON.parse(readFileSync(join(HERE, 'unpinned-images.json'), 'utf8'));
const images = [...new Set([...ofDockerfile(), ...imagesIn('docker-compose.yml'), ...ofManifests()])].filter(
  (image) => !isOwn(image),
);
let refused = 0;
for (const image of images.sort()) {
  const reason = isPinned(image) ? 'pinned' : reasons[image];
  if (reason === undefined || (process.argv.includes('--strict') && !isPinned(image))) refused += 1;
  console.log(`${image}: ${isPinned(image) ? 'pinned' : `not pinned: ${reason ?? 'no reason is given'}`}`);
}
for (const listed of Object.keys(reasons)) {
  if (
    images.includes(listed) ||
    Object.keys(process.env).some((name) => process.env[name]?.startsWith(`${listed}@`))
  )
    continue;
  console.log(`${listed}: listed in unpinned-images.json, but not used`);
  refused += 1;
}
process.exitCode = refused === 0 ? 0 : 1;
