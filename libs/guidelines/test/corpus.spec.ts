import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  buildPassageIndex,
  type BundlePassage,
  indexablePassages,
  type NamedDisease,
  type Passage,
  type PassageLanguage,
  searchPassages,
} from '../src';

const root = join(__dirname, '../../..');

/** A document as it is written; a passage takes from it what it leaves out. */
interface DocumentFile {
  readonly id: string;
  readonly title: Passage['title'];
  readonly region: string;
  readonly passages: readonly (Partial<BundlePassage> & Pick<BundlePassage, 'id' | 'section' | 'text'>)[];
}

function diseases(): NamedDisease[] {
  const rows = readFileSync(join(root, 'knowledge/targets/conditions.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return rows.map((row) => {
    const [id = '', en = '', zh = ''] = row.split('\t');
    return { id, name: { en, zh } };
  });
}

function shippedPassages(): Passage[] {
  const folder = join(root, 'knowledge/guidelines');
  const documents = readdirSync(folder).map((file): DocumentFile =>
    parse(readFileSync(join(folder, file), 'utf8')),
  );
  const passages = documents.flatMap(({ id, region, passages: written }) =>
    written.map((passage) => ({ forDiseases: [], forFindings: [], region, document: id, ...passage })),
  );
  return indexablePassages(passages, documents, diseases());
}

const index = buildPassageIndex(shippedPassages());
const found = (query: string, language: PassageLanguage) =>
  searchPassages(index, { query, language, limit: 5 }).map(({ passage }) => passage.id);

/** The passages that the product ships, searched as readers search. */
describe('the shipped passages', () => {
  it.each([
    ['D-dimer in suspected pulmonary embolism', 'esc-2019-pe-clinical-probability'],
    ['When is CT needed before lumbar puncture in meningitis?', 'escmid-2016-meningitis-ct-before-puncture'],
    ['When is CT needed before lumbar puncture in meningitis?', 'idsa-2004-meningitis-ct-before-puncture'],
    ['lumbar puncture after negative CT subarachnoid hemorrhage', 'nice-ng228-ct-within-6-hours'],
    ['large pneumothorax conservative', 'bts-2023-pneumothorax-by-symptoms'],
    ['large pneumothorax conservative', 'accp-2001-pneumothorax-by-size'],
    ['high-sensitivity troponin algorithm', 'esc-2023-acs-troponin-algorithm'],
    ['Alvarado score appendicitis', 'wses-2020-appendicitis-scores'],
    ['sepsis antimicrobial timing', 'ssc-2021-antibiotic-timing'],
    ['Murphy sign', 'tokyo-2018-cholecystitis-criteria'],
    ['CURB-65', 'cts-2016-cap-curb-65'],
    ['fever in young children', 'nice-ng143-traffic-light'],
    ['potassium before insulin', 'ada-2024-crisis-first-steps'],
  ])('answer %j with %s', (query, passage) => {
    expect(found(query, 'en')).toContain(passage);
  });

  it.each([
    ['肺栓塞怎么诊断？', 'cts-2018-pte-suspect-and-confirm'],
    ['腰椎穿刺前要做CT吗', 'escmid-2016-meningitis-ct-before-puncture'],
    ['急性胰腺炎诊断标准', 'cma-2021-pancreatitis-diagnosis'],
    ['社区获得性肺炎住院标准', 'cts-2016-cap-curb-65'],
    ['墨菲征', 'tokyo-2018-cholecystitis-criteria'],
    ['糖尿病足溃疡', 'nice-ng19-limb-threatening'],
    ['心肌梗死再灌注', 'esc-2023-acs-reperfusion'],
  ])('answer %j with %s', (query, passage) => {
    expect(found(query, 'zh')).toContain(passage);
  });

  it.each([
    ['how to treat a fractured ankle', 'en'],
    ['football results', 'en'],
    ['knitting pattern for a jumper', 'en'],
    ['weather in Paris', 'en'],
    ['股票行情', 'zh'],
    ['明天天气怎么样', 'zh'],
  ] as const)('say nothing about %j', (query, language) => {
    expect(found(query, language)).toEqual([]);
  });

  it('put the passages of the region first and still show the others', () => {
    const about = { diseaseIds: ['pulmonary-embolism'], language: 'zh', limit: 10 } as const;
    const [first, ...others] = searchPassages(index, { ...about, region: 'CN' }).map(
      ({ passage }) => passage.region,
    );
    expect(first).toBe('CN');
    expect(others).toContain('EU');
  });
});
