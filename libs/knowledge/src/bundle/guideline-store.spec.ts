import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  removeFolders,
  temporaryFolder,
  tinyKnowledge,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { buildKnowledge } from '../build/build-knowledge';
import { loadBundle } from './bundle-files';
import { GuidelineStore } from './guideline-store';

afterAll(removeFolders);

function built(): { out: string; bundle: string; part: string; hash: string } {
  const out = temporaryFolder();
  const { hash } = buildKnowledge(writeKnowledge(tinyKnowledge()), out);
  return { out, hash, bundle: join(out, `${hash}.json`), part: join(out, `${hash}.guidelines`) };
}

describe('GuidelineStore', () => {
  it('needs no bundle where its part lies beside it', () => {
    const { out, hash, bundle } = built();
    const { guidelines, diseases } = loadBundle(out, hash);
    rmSync(bundle);
    const part = new GuidelineStore(out).get(hash);
    expect(part.guidelines).toEqual(guidelines);
    const [embolism] = diseases.filter(({ id }) => id === 'pulmonary-embolism');
    expect(part.diseases).toEqual([{ id: embolism?.id, name: embolism?.name, synonyms: embolism?.synonyms }]);
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

  it('reads a version once, and refuses one that is not there', () => {
    const { out, hash } = built();
    const store = new GuidelineStore(out);
    expect(store.get(hash)).toBe(store.get(hash));
    for (const unknown of ['f'.repeat(64), '../../secrets'])
      expect(() => store.get(unknown)).toThrow(expect.objectContaining({ code: 'bundle-unknown' }));
  });
});
