import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  entry,
  removeFolders,
  temporaryFolder,
  tinyKnowledge,
  writeFile,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { tinyCodedCase, tinyTeachingCase, tinyToldCase } from '../../test/fixture/tiny-cases';
import { currentHash, loadBundle } from '../bundle/bundle-files';
import { buildKnowledge, BuildError } from './build-knowledge';
import { sha256 } from './canonical';
import { loadKnowledge } from '../load/load-knowledge';
import { claimStats, contradictedClaims } from '../stats/claim-stats';
import { complaintsPage } from './complaints-page';

afterAll(removeFolders);

describe('buildKnowledge', () => {
  it('names the bundle after its bytes and activates it', () => {
    const out = temporaryFolder();
    const { hash } = buildKnowledge(writeKnowledge(tinyKnowledge()), out);
    expect(sha256(readFileSync(join(out, `${hash}.json`)))).toBe(hash);
    expect(currentHash(out)).toBe(hash);
    expect(loadBundle(out, hash).hashes.knowledge).toBe(hash);
  });

  it('gives the same bytes whatever the order of files and entries', () => {
    const shuffled = tinyKnowledge();
    shuffled.findings.reverse();
    shuffled.diseases.reverse();
    const one = buildKnowledge(writeKnowledge(tinyKnowledge()), temporaryFolder());
    const other = buildKnowledge(writeKnowledge(shuffled), temporaryFolder());
    expect(other).toEqual(one);
  });

  it('changes the guideline hash with a passage and leaves the calibration hash alone', () => {
    const changed = tinyKnowledge();
    entry(changed.guideline.passages, 'made-up-guideline-1').section = 'Imaging';
    const [before, after] = [tinyKnowledge(), changed].map((draft) => {
      const out = temporaryFolder();
      return loadBundle(out, buildKnowledge(writeKnowledge(draft), out).hash).hashes;
    });
    expect(after?.guidelines).not.toBe(before?.guidelines);
    expect(after?.knowledge).not.toBe(before?.knowledge);
    expect(after?.calibration).toBe(before?.calibration);
  });

  it('lets a passage inherit what its document says', () => {
    const out = temporaryFolder();
    const { guidelines } = loadBundle(out, buildKnowledge(writeKnowledge(tinyKnowledge()), out).hash);
    expect(guidelines.passages).toEqual([
      expect.objectContaining({
        document: 'made-up-guideline',
        published: '2020',
        region: 'nowhere',
        licence: 'CC-BY-4.0',
      }),
    ]);
    expect(guidelines.documents).toEqual([expect.not.objectContaining({ passages: expect.anything() })]);
  });

  it('is the same knowledge, whoever has read its passages a second time', () => {
    const hashOf = (secondRead: string | undefined): string => {
      const draft = tinyKnowledge();
      draft.guideline.passages = draft.guideline.passages.map((one) => ({ ...one, secondRead }));
      return buildKnowledge(writeKnowledge(draft), temporaryFolder()).hash;
    };
    expect(hashOf('2026-11-22')).toBe(hashOf(undefined));
  });

  it('holds statements against the passages on their disease, with the verdicts in the bundle', () => {
    const draft = tinyKnowledge();
    Object.assign(entry(draft.diseases, 'pulmonary-embolism'), {
      treatmentPrinciples: [
        { text: { en: 'Image patients when likely.', zh: '可能者影像检查。' }, source: 'estimate' },
        { text: { en: 'Thrombolysis in shock.', zh: '休克时溶栓。' }, source: 'estimate' },
      ],
    });
    const out = temporaryFolder();
    const bundle = loadBundle(out, buildKnowledge(writeKnowledge(draft), out).hash);
    expect(bundle.claims).toEqual({
      'pulmonary-embolism/treatmentPrinciples/0': [
        {
          sentence: { en: { from: 0, to: 27 }, zh: { from: 0, to: 8 } },
          verdict: 'lexically-supported',
          evidence: { passageId: 'made-up-guideline-1', ranges: { en: { from: 0, to: 36 } } },
        },
      ],
    });
    expect(claimStats(bundle).treatmentPrinciples).toMatchObject({ supported: 1, notAddressed: 1 });
    expect(contradictedClaims(bundle)).toEqual([]);
  });

  it('refuses entries that do not fit together, naming all of them', () => {
    const draft = tinyKnowledge();
    entry(draft.diseases, 'costochondritis').tests = ['magic', 'wand'];
    const dir = writeKnowledge(draft);
    writeFile(dir, 'population.yaml', 'emergency: [');
    const attempt = () => buildKnowledge(dir, temporaryFolder());
    expect(attempt).toThrow(BuildError);
    try {
      attempt();
    } catch (error) {
      const rules = (error as BuildError).problems.map(({ rule }) => rule);
      expect(rules.filter((rule) => rule === 'test-references')).toHaveLength(2);
      expect(rules).toContain('yaml');
    }
  });

  it('takes teaching cases along, and leaves out those that the product is measured with', () => {
    const [out, draft] = [temporaryFolder(), tinyKnowledge()];
    draft.teachingCases.push(tinyTeachingCase());
    const before = buildKnowledge(writeKnowledge(draft), out).hash;
    draft.codedCases.push(tinyCodedCase());
    draft.toldCases.push(tinyToldCase());
    expect(buildKnowledge(writeKnowledge(draft), out).hash).toBe(before);
    expect(loadBundle(out, before).teachingCases.map(({ id }) => id)).toEqual(['after-a-long-flight']);
  });

  it('builds knowledge that is incoherent: that is for the check to say', () => {
    const draft = tinyKnowledge();
    entry(draft.diseases, 'costochondritis').links.splice(5);
    expect(buildKnowledge(writeKnowledge(draft), temporaryFolder()).hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('complaintsPage', () => {
  it('shows each complaint in both settings, unlisted diseases in italics', () => {
    const draft = tinyKnowledge();
    entry(draft.problems, 'chest-pain').common = ['community-acquired-pneumonia'];
    const page = complaintsPage(loadKnowledge(writeKnowledge(draft)));
    expect(page).toContain('## Chest pain');
    expect(page).toContain('| emergency | primary-care |');
    expect(page).toMatch(/_costochondritis_ \d/);
    expect(page).toMatch(/[^_]pulmonary embolism \d/);
  });
});
