import { type Keeping, planPrune } from './plan-prune';
import { type StoredFile, type StoredFiles, type StoredVersion } from './stored-files';

const SINCE = new Date('2026-11-20T12:00:00Z');
const OLD = new Date(SINCE.getTime() - 1);
const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64)) as [
  string,
  string,
  string,
  string,
];
const OURS = '0123456789abcdef';
const OTHERS = 'fedcba9876543210';

const file = (name: string, changedAt = OLD): StoredFile => ({ name, bytes: 1, changedAt });
const version = (hash: string, changedAt = OLD, endings: readonly string[] = []): StoredVersion => ({
  hash,
  bundle: file(`${hash}.json`, changedAt),
  parts: endings.map((ending) => file(`${hash}.${ending}`)),
});
const stored = (given: Partial<StoredFiles>): StoredFiles => ({
  versions: [],
  halfDeleted: [],
  orphans: [],
  drafts: [],
  ...given,
});
const keeping = (given: Partial<Keeping> = {}): Keeping => ({
  active: A,
  needed: new Map(),
  since: SINCE,
  vocabularies: [`${OURS}.terminology`, `${OURS}.dictionary`],
  ...given,
});

describe('what is pruned', () => {
  it('is neither the active version nor one that is recent or needed, however old', () => {
    const { kept, unneeded } = planPrune(
      stored({ versions: [version(A), version(B), version(C, SINCE), version(D)] }),
      keeping({ needed: new Map([[B, [{ by: 'rooms', count: 2 }]]]) }),
    );
    expect(unneeded).toEqual([version(D)]);
    expect(kept).toEqual([
      { ...version(A), isActive: true, isRecent: false, neededBy: [] },
      { ...version(B), isActive: false, isRecent: false, neededBy: [{ by: 'rooms', count: 2 }] },
      { ...version(C, SINCE), isActive: false, isRecent: true, neededBy: [] },
    ]);
  });

  it('tells what is needed and is not there', () => {
    const neededBy = [{ by: 'runs', count: 3 }];
    const needed = new Map([A, B].map((hash) => [hash, neededBy]));
    const { kept, missing } = planPrune(stored({ versions: [version(A)] }), keeping({ needed }));
    expect(kept).toMatchObject([{ hash: A, neededBy }]);
    expect(missing).toEqual([{ hash: B, neededBy }]);
  });

  it('is a part without its bundle and a draft once they are old, and what was begun at once', () => {
    const { leftovers } = planPrune(
      stored({
        halfDeleted: [file(`${B}.guidelines`, SINCE), file(`${B}.pruned`, SINCE)],
        orphans: [file(`${C}.teaching`), file(`${D}.teaching`, SINCE)],
        drafts: [file('current.17.tmp'), file(`${D}.json.17.tmp`, SINCE)],
      }),
      keeping(),
    );
    const names = leftovers.map(({ name }) => name);
    expect(names).toEqual([`${B}.guidelines`, `${B}.pruned`, `${C}.teaching`, 'current.17.tmp']);
  });

  describe('beside a version that stays', () => {
    const parts = [
      `${OTHERS}.dictionary`,
      `${OTHERS}.terminology`,
      `${OURS}.dictionary`,
      `${OURS}.terminology`,
      'guidelines',
      'passages',
      'something-new',
      'teaching',
    ];
    const leftoversOf = (given: Partial<Keeping>): string[] =>
      planPrune(stored({ versions: [version(A, OLD, parts)] }), keeping(given)).leftovers.map(({ name }) =>
        name.slice(A.length + 1),
      );

    it('is what other code compiled and what no code reads any more, and nothing that we do not know', () => {
      expect(leftoversOf({})).toEqual([`${OTHERS}.dictionary`, `${OTHERS}.terminology`, 'passages']);
    });

    it('is no vocabulary where this code opens none, and nothing that was written lately', () => {
      expect(leftoversOf({ vocabularies: undefined })).toEqual(['passages']);
      expect(leftoversOf({ since: new Date(OLD.getTime() - 1) })).toEqual([]);
    });
  });
});
