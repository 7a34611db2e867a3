import { indexBundle, type PassageLanguage, searchPassages } from '@openrounds/guidelines';
import { GuidelineStore } from '@openrounds/knowledge';
import { BUNDLES } from '../support/shipped';

const index = indexBundle(new GuidelineStore(BUNDLES).current());
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
    ['fever in a child under 5', 'nice-ng143-traffic-light'],
    ['insulin for diabetes', 'nice-ng17-type-1-diabetes-treatment'],
  ])('answer %j with %s', (query, passage) => {
    expect(found(query, 'en')).toContain(passage);
  });

  it.each([
    ['糖尿病足溃疡', 'cds-2019-foot-ischaemia'],
    ['肺栓塞怎么诊断？', 'cts-2018-pte-suspect-and-confirm'],
    ['腰椎穿刺前要做CT吗', 'escmid-2016-meningitis-ct-before-puncture'],
    ['急性胰腺炎诊断标准', 'cma-2021-pancreatitis-diagnosis'],
    ['社区获得性肺炎住院标准', 'cts-2016-cap-curb-65'],
    ['墨菲征', 'tokyo-2018-cholecystitis-criteria'],
    ['心肌梗死再灌注', 'esc-2023-acs-reperfusion'],
  ])('answer %j with %s', (query, passage) => {
    expect(found(query, 'zh')).toContain(passage);
  });

  it.each([
    ['how to treat a fractured ankle', 'en'],
    ['football results', 'en'],
    ['how is Huntington disease diagnosed', 'en'],
    ['chemotherapy regimen for osteosarcoma', 'en'],
    ['weather in Paris', 'en'],
    ['knitting pattern for a jumper', 'en'],
    ['股票行情', 'zh'],
    ['骨肉瘤的化疗方案', 'zh'],
    ['白癜风怎么治疗？', 'zh'],
    ['明天天气怎么样', 'zh'],
  ] as const)('say nothing about %j', (query, language) => {
    expect(found(query, language)).toEqual([]);
  });

  it('put the passages of the region first and still show the others', () => {
    const about = { diseaseIds: ['acute-pancreatitis'], language: 'zh', limit: 10 } as const;
    const [first, ...others] = searchPassages(index, { ...about, region: 'CN' }).map(
      ({ passage }) => passage.region,
    );
    expect(first).toBe('CN');
    expect(others.some((region) => region !== 'CN')).toBe(true);
  });
});
