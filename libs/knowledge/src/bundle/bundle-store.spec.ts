import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  removeFolders,
  temporaryFolder,
  tinyKnowledge,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { buildKnowledge } from '../build/build-knowledge';
import { canonicalJson, sha256 } from '../build/canonical';
import { activate, bundleHashes, currentHash } from './bundle-files';
import { BundleStore } from './bundle-store';

afterAll(removeFolders);

const UNKNOWN = 'f'.repeat(64);

/** Builds versions that differ in alpha only, and returns their hashes. */
function buildVersions(out: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const draft = tinyKnowledge();
    draft.calibration.parameters.alpha = 0.5 + index / 10;
    return buildKnowledge(writeKnowledge(draft), out).hash;
  });
}

describe('BundleStore', () => {
  it('keeps the three versions used last', () => {
    const out = temporaryFolder();
    const [a = '', b = '', c = '', d = ''] = buildVersions(out, 4);
    const store = new BundleStore(out);
    const first = store.get(a);
    for (const hash of [b, c, a, d]) store.get(hash);
    expect(store.loadedHashes).toEqual([c, a, d]);
    expect(store.get(a)).toBe(first);
  });

  it('follows the pointer when another version is activated', () => {
    const out = temporaryFolder();
    const [a = '', b = ''] = buildVersions(out, 2);
    const store = new BundleStore(out);
    expect(store.current().hashes.knowledge).toBe(b);
    activate(out, a);
    expect(store.current().hashes.knowledge).toBe(a);
    expect(bundleHashes(out)).toEqual([a, b].sort());
  });

  it.each([
    ['a version that is not there', UNKNOWN, 'bundle-unknown'],
    ['a path in place of a version', '../../secrets', 'bundle-unknown'],
  ])('refuses %s', (_, hash, code) => {
    expect(() => new BundleStore(temporaryFolder()).get(hash)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a bundle whose bytes were changed', () => {
    const out = temporaryFolder();
    const [hash = ''] = buildVersions(out, 1);
    appendFileSync(join(out, `${hash}.json`), ' ');
    expect(() => new BundleStore(out).get(hash)).toThrow(expect.objectContaining({ code: 'bundle-corrupt' }));
  });

  it('refuses a bundle of a schema that it does not know', () => {
    const out = temporaryFolder();
    const json = canonicalJson({ schemaVersion: 99, hashes: {} });
    const hash = sha256(json);
    writeFileSync(join(out, `${hash}.json`), json);
    expect(() => new BundleStore(out).get(hash)).toThrow(
      expect.objectContaining({ code: 'bundle-schema-unknown' }),
    );
  });

  it('never points at what is not there', () => {
    const out = temporaryFolder();
    expect(() => currentHash(out)).toThrow(expect.objectContaining({ code: 'no-active-bundle' }));
    const [hash = ''] = buildVersions(out, 1);
    expect(() => {
      activate(out, UNKNOWN);
    }).toThrow(expect.objectContaining({ code: 'bundle-unknown' }));
    expect(currentHash(out)).toBe(hash);
  });
});
