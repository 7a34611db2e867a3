import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tinyTeachingCase } from '../../test/fixture/tiny-cases';
import {
  removeFolders,
  temporaryFolder,
  tinyKnowledge,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { buildKnowledge } from '../build/build-knowledge';
import { loadBundle } from './bundle-files';
import { GuidelineStore, TeachingStore } from './part-store';

afterAll(removeFolders);

function built(): { out: string; bundle: string; part: string; hash: string } {
  const out = temporaryFolder();
  const draft = { ...tinyKnowledge(), teachingCases: [tinyTeachingCase()] };
  const { hash } = buildKnowledge(writeKnowledge(draft), out);
  return { out, hash, bundle: join(out, `${hash}.json`), part: join(out, `${hash}.guidelines`) };
}

describe('GuidelineStore', () => {
  it('needs no bundle where its part lies beside it', () => {
    const { out, hash, bundle } = built();
    const { guidelines, diseases, findings } = loadBundle(out, hash);
    rmSync(bundle);
    const part = new GuidelineStore(out).get(hash);
    expect(part.guidelines).toEqual(guidelines);
    const named = ({ id, name, synonyms }: (typeof part.diseases)[number]) => ({ id, name, synonyms });
    expect(part.diseases.map(named)).toEqual(diseases.map(named));
    const covered = new Set(guidelines.passages.flatMap(({ forDiseases }) => forDiseases));
    for (const { id, described } of part.diseases) expect(described !== undefined).toBe(covered.has(id));
    expect(part.findings).toEqual(findings.map(named));
  });

  it.each([
    [
      'missing',
      (part: string) => {
        rmSync(part);
      },
    ],
    [
      'damaged',
      (part: string) => {
        writeFileSync(part, readFileSync(part, 'utf8').replace('"guidelines"', '"Guidelines"'));
      },
    ],
  ])('reads the bundle where the part is %s', (_, spoil) => {
    const { out, hash, part } = built();
    const whole = new GuidelineStore(out).get(hash);
    spoil(part);
    expect(new GuidelineStore(out).get(hash)).toEqual(whole);
  });

  it('takes the part of another version for a damaged one', () => {
    const [one, other] = [built(), temporaryFolder()];
    const draft = tinyKnowledge();
    draft.calibration.parameters.alpha += 0.05;
    const { hash } = buildKnowledge(writeKnowledge(draft), other);
    writeFileSync(join(other, `${hash}.guidelines`), readFileSync(one.part));
    rmSync(join(other, `${hash}.json`));
    expect(() => new GuidelineStore(other).get(hash)).toThrow(
      expect.objectContaining({ code: 'bundle-unknown' }),
    );
  });

  it('refuses a version that is not there', () => {
    const store = new GuidelineStore(built().out);
    for (const unknown of ['f'.repeat(64), '../../secrets'])
      expect(() => store.get(unknown)).toThrow(expect.objectContaining({ code: 'bundle-unknown' }));
  });
});

describe('TeachingStore', () => {
  it('gives the cases and the vocabulary they are checked by, of the active version and without its bundle', () => {
    const { out, hash, bundle } = built();
    const whole = loadBundle(out, hash);
    rmSync(bundle);
    const store = new TeachingStore(out);
    const part = store.current();
    expect(part).toBe(store.get(hash));
    expect(part.cases).toEqual(whole.teachingCases);
    expect(part.cases).not.toHaveLength(0);
    expect(Object.keys(part.difficulties ?? {})).toEqual(part.cases.map(({ id }) => id));
    expect(part.testIds).toEqual(whole.tests.map(({ id }) => id));
    expect(part.problemIds).toEqual(whole.problems.map(({ id }) => id));
    expect(part.findings.map(({ id }) => id)).toEqual(whole.findings.map(({ id }) => id));
    expect(part.diseases.map(({ name }) => name)).toEqual(whole.diseases.map(({ name }) => name));
  });
});
