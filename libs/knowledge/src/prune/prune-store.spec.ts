import {
  existsSync,
  readdirSync,
  readFileSync,
  type renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  removeFolders,
  temporaryFolder,
  tinyKnowledge,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { buildKnowledge } from '../build/build-knowledge';
import { activate, bundleHashes, currentHash, loadBundle } from '../bundle/bundle-files';
import { GuidelineStore, TeachingStore } from '../bundle/part-store';
import { planPrune } from './plan-prune';
import { pruneStore, type PruneStep } from './prune-store';
import { storedFiles } from './stored-files';

afterAll(removeFolders);

const SINCE = new Date('2026-11-20T12:00:00Z');
const OLD = new Date(SINCE.getTime() - 1);
const [VOCABULARY, STRANGER] = ['0123456789abcdef.dictionary', 'README'];

let dir: string;
let first: string;
let second: string;

/** Two versions, the second of them active, all files of them old. */
beforeEach(() => {
  dir = temporaryFolder();
  [first = '', second = ''] = [0.5, 0.6].map((alpha) => {
    const draft = tinyKnowledge();
    draft.calibration.parameters.alpha = alpha;
    return buildKnowledge(writeKnowledge(draft), dir).hash;
  });
  for (const hash of [first, second]) writeFileSync(join(dir, `${hash}.${VOCABULARY}`), hash);
  writeFileSync(join(dir, STRANGER), '');
  makeOld();
});

function makeOld(): void {
  for (const name of readdirSync(dir)) utimesSync(join(dir, name), OLD, OLD);
}

const filesOf = (hash: string): string[] => readdirSync(dir).filter((name) => name.startsWith(hash));

function pruning(needed: readonly string[] = []): Generator<PruneStep, void> {
  const inUse = new Map(needed.map((hash) => [hash, [{ by: 'runs', count: 1 }]]));
  const keeping = { active: currentHash(dir), needed: inUse, since: SINCE, vocabularies: [VOCABULARY] };
  return pruneStore(dir, planPrune(storedFiles(dir), keeping), SINCE);
}

/** Every version that there is is there with all that belongs to it. */
function expectWholeVersions(): void {
  for (const hash of bundleHashes(dir)) {
    loadBundle(dir, hash);
    new GuidelineStore(dir).get(hash);
    expect(new TeachingStore(dir).get(hash).difficulties).toBeDefined();
    expect(filesOf(hash)).toEqual(
      ['0123456789abcdef.dictionary', 'guidelines', 'json', 'teaching'].map((end) => `${hash}.${end}`),
    );
  }
}

describe('pruning a store', () => {
  it('deletes a version that nothing needs with all that lies beside it, and touches nothing else', () => {
    const before = filesOf(second).map((name) => readFileSync(join(dir, name), 'utf8'));
    expect([...pruning()].at(-1)).toMatchObject({ did: 'deleted-version', version: { hash: first } });
    expect(filesOf(first)).toEqual([]);
    expect(filesOf(second).map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(before);
    expect(existsSync(join(dir, STRANGER))).toBe(true);
    expect(currentHash(dir)).toBe(second);
    expect([...pruning()]).toEqual([]);
  });

  it('leaves whole versions alone wherever it is killed, and ends what it began the next time', () => {
    const steps = [...pruning()].length;
    expect(steps).toBe(5);
    for (let killedAfter = 1; killedAfter <= steps; killedAfter += 1) {
      const draft = tinyKnowledge();
      draft.calibration.parameters.alpha = 0.5;
      buildKnowledge(writeKnowledge(draft), dir);
      writeFileSync(join(dir, `${first}.${VOCABULARY}`), first);
      activate(dir, second);
      makeOld();

      const killed = pruning();
      for (let step = 0; step < killedAfter; step += 1) killed.next();
      expectWholeVersions();
      expect(bundleHashes(dir)).toEqual([second]);
      expect(() => loadBundle(dir, first)).toThrow(expect.objectContaining({ code: 'bundle-unknown' }));
      expect(() => {
        activate(dir, first);
      }).toThrow(expect.objectContaining({ code: 'bundle-unknown' }));
      expect(currentHash(dir)).toBe(second);

      for (const _step of pruning());
      expect(filesOf(first)).toEqual([]);
      expectWholeVersions();
    }
  });

  it('keeps what is needed', () => {
    expect([...pruning([first])]).toEqual([]);
    expectWholeVersions();
    expect(bundleHashes(dir)).toEqual([first, second].sort());
  });

  it('keeps what was active until a moment ago', () => {
    activate(dir, first);
    expect([...pruning()]).toEqual([]);
    expect(bundleHashes(dir)).toEqual([first, second].sort());
  });

  it('gives back, untouched, what becomes active after the plan was made', () => {
    const begun = pruning();
    activate(dir, first);
    expect([...begun].map(({ did }) => did)).toEqual(['set-aside', 'put-back']);
    expect(currentHash(dir)).toBe(first);
    expectWholeVersions();
  });

  it('gives back what the pointer was moved to between its two looks', () => {
    const begun = pruning();
    begun.next();
    writeFileSync(join(dir, 'current'), `${first}\n`);
    expect([...begun].map(({ did }) => did)).toEqual(['put-back']);
    expectWholeVersions();
    expect(bundleHashes(dir)).toContain(first);
  });

  it('keeps the pointer from what it has set aside meanwhile, and gives that back', () => {
    const begun = pruning();
    const fs = jest.requireActual<{ renameSync: typeof renameSync }>('node:fs');
    const move = fs.renameSync;
    const rename = jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (String(to).endsWith('current') && bundleHashes(dir).includes(first)) begun.next();
      move(from, to);
    });
    expect(() => {
      activate(dir, first);
    }).toThrow(expect.objectContaining({ code: 'bundle-unknown' }));
    rename.mockRestore();
    expect(currentHash(dir)).toBe(second);
    expect([...begun].map(({ did }) => did)).toEqual(['put-back']);
    expectWholeVersions();
    expect(bundleHashes(dir)).toContain(first);
  });

  it('leaves alone what is built again while it is deleted, and clears its own mark away', () => {
    const draft = tinyKnowledge();
    draft.calibration.parameters.alpha = 0.5;
    const begun = pruning();
    begun.next();
    buildKnowledge(writeKnowledge(draft), dir);
    writeFileSync(join(dir, `${first}.${VOCABULARY}`), first);
    expect([...begun].map(({ did }) => did)).toEqual(['put-back']);
    expectWholeVersions();
    expect(currentHash(dir)).toBe(first);
  });

  it('deletes a part whose bundle is gone, and no draft that was written again since it was planned', () => {
    rmSync(join(dir, `${first}.json`));
    const draft = join(dir, `${second}.teaching.17.tmp`);
    writeFileSync(draft, '');
    utimesSync(draft, OLD, OLD);
    const begun = pruning();
    utimesSync(draft, SINCE, SINCE);
    const did = [...begun].map((step) => step.did);
    expect(did).toEqual(['deleted-file', 'deleted-file', 'deleted-file', 'kept-file']);
    expect(filesOf(first)).toEqual([]);
    expect(existsSync(draft)).toBe(true);
  });
});
