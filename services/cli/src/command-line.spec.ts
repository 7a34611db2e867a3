import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  merkleTreeHash,
  newSalt,
  noteSigner,
  parseCheckpoint,
  recordFileText,
  saltedLeaf,
  signCheckpoint,
  witness,
} from '@openrounds/transparency-log';
import { ReplayableRecord } from '@openrounds/contracts';
import { ENGINE_VERSION } from '@openrounds/ddx-engine';
import { loadBundle } from '@openrounds/knowledge';
import { answerRun, engineOf } from '@openrounds/ranking';
import { buildKnowledge } from '@openrounds/knowledge/authoring';
import {
  tinyCodedCase,
  tinyTeachingCase,
  tinyToldCase,
} from '../../../libs/knowledge/test/fixture/tiny-cases';
import {
  removeFolders,
  temporaryFolder,
  tinyKnowledge,
  withPassages,
  writeFile,
  writeKnowledge,
} from '../../../libs/knowledge/test/fixture/tiny-knowledge';
import { runCommandLine } from './command-line';

// The first command loads the whole library, learns from all passages and builds the knowledge; on a busy machine that takes more than Jest's five seconds.
jest.setTimeout(90_000);

let folder: string;
let knowledgeDir: string;
let bundleDir: string;

beforeAll(() => {
  folder = temporaryFolder();
  knowledgeDir = writeKnowledge(tinyKnowledge());
  bundleDir = join(folder, 'bundles');
});
afterAll(removeFolders);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(...argv: string[]): Promise<Ran> {
  const out = new PassThrough();
  const err = new PassThrough();
  const code = await runCommandLine(argv, {
    knowledgeDir,
    bundleDir,
    prepareBundle: () => Promise.resolve(buildKnowledge(knowledgeDir, bundleDir)),
    out,
    err,
  });
  const textOf = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, out: textOf(out), err: textOf(err) };
}

function given(name: string, content: string): string {
  writeFile(folder, name, content);
  return join(folder, name);
}

describe('rank', () => {
  const clinical = {
    patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
    setting: 'emergency',
    findings: [
      { findingId: 'pleuritic-chest-pain', presence: 'present' },
      { findingId: 'recent-surgery', presence: 'present' },
      { findingId: 'headache', presence: 'absent' },
      { findingId: 'c-reactive-protein', value: { code: 'normal' } },
    ],
  };

  async function rank(lines: readonly string[], ...flags: string[]): Promise<Record<string, unknown>[]> {
    const input = given('cases.jsonl', lines.join('\n'));
    const output = join(folder, 'ranked.jsonl');
    expect(await run('rank', '--input', input, '--output', output, ...flags)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const ranked = readFileSync(output, 'utf8');
    expect(ranked.endsWith('\n')).toBe(true);
    return ranked
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('answers every line in its order; a bad one does not stop the rest', async () => {
    const ranked = await rank([
      JSON.stringify({ id: 'a', ...clinical }),
      'broken',
      JSON.stringify({ id: 'b', findings: [{ findingId: 'no-such-finding', presence: 'present' }] }),
      JSON.stringify({ id: 'c', ...clinical, gold: ['ignored'] }),
    ]);
    expect(ranked.map(({ id }) => id)).toEqual(['a', null, 'b', 'c']);
    expect(ranked[1]).toMatchObject({ error: { code: 'malformed-json' } });
    expect(ranked[2]).toMatchObject({
      error: { code: 'invalid-request', detail: expect.stringContaining('/findings/0') },
    });
    const { ms: _first, ...a } = ranked[0] ?? {};
    const { ms: _last, ...c } = ranked[3] ?? {};
    expect({ ...c, id: 'a' }).toEqual(a);
  });

  it('gives names in both languages, codes, and probabilities that sum to 1', async () => {
    const [line] = await rank([JSON.stringify({ id: 1, ...clinical })], '--top', '2', '--llm', 'off');
    const { differential, other, remainder } = line as {
      differential: { probability: number }[];
      other: number;
      remainder: number;
    };
    expect(differential).toHaveLength(2);
    expect(differential[0]).toEqual({
      diseaseId: 'pulmonary-embolism',
      name: expect.any(String),
      nameZh: expect.stringMatching(/\p{Script=Han}/u),
      icd10: [expect.stringMatching(/^I26/)],
      probability: expect.any(Number),
    });
    const listed = differential.reduce((sum, { probability }) => sum + probability, 0);
    expect(listed + other + remainder).toBeCloseTo(1, 9);
  });

  it('says what it understood and which must-not-miss diseases are active', async () => {
    const [line] = await rank([JSON.stringify({ id: 1, ...clinical })]);
    expect(line).toMatchObject({
      understood: {
        present: ['pleuritic-chest-pain', 'recent-surgery', 'c-reactive-protein'],
        absent: ['headache'],
        states: { 'c-reactive-protein': 'normal' },
      },
      mustNotMiss: ['pulmonary-embolism'],
      redFlagged: [],
      ms: expect.any(Number),
    });
  });

  it('leaves out a must-not-miss disease that a finding excludes', async () => {
    const excluded = {
      ...clinical,
      findings: [
        ...clinical.findings,
        { findingId: 'ct-pulmonary-artery-filling-defect', presence: 'absent' },
      ],
    };
    const [line] = await rank([JSON.stringify({ id: 1, ...excluded })]);
    expect(line).toMatchObject({ mustNotMiss: [] });
  });

  it('takes identities out first: nothing of them is in the answer', async () => {
    const text = JSON.stringify({ id: 1, ...clinical, narrative: 'Chest pain. Tel: 13812345678.' });
    expect(JSON.stringify(await rank([text]))).not.toContain('13812345678');
  });

  it.each([
    ['no input file', ['--output', 'x']],
    ['an input that is not there', ['--input', '/no/such/file', '--output', 'x']],
    ['an output that cannot be written', ['--input', __filename, '--output', '/no/such/folder/x']],
    ['a length of zero', ['--input', __filename, '--output', 'x', '--top', '0']],
    ['a language model', ['--input', __filename, '--output', 'x', '--llm', 'auto']],
    ['an unknown option', ['--input', __filename, '--output', 'x', '--quick']],
  ])('exits with 2 for %s and says why', async (_what, flags) => {
    const { code, err } = await run('rank', ...flags);
    expect(code).toBe(2);
    expect(err).not.toBe('');
  });
});

describe('evaluate and calibrate', () => {
  const facts = {
    patient: { age: { value: 58, unit: 'a' }, sex: 'female' },
    setting: 'emergency',
    findings: [{ findingId: 'pleuritic-chest-pain', presence: 'present' }],
  };
  const lines = [
    { id: 'a-en', source: 'ours', gold: ['PE'], ...facts },
    { id: 'b', source: 'ours', gold: ['gout'], ...facts },
    {
      id: 'c',
      source: 'ours',
      gold: ['PE'],
      findings: [{ findingId: 'no-such-finding', presence: 'present' }],
    },
    { id: 'without a gold standard', ...facts },
  ].map((line) => JSON.stringify(line));
  const entry = { names_en: [], names_zh: [], broader_ok: [] };
  const gold = JSON.stringify({ PE: { ...entry, icd10: ['I26'] }, gout: { ...entry, icd10: ['M10'] } });
  const input = () => given('gold-cases.jsonl', lines.join('\n'));
  const goldFile = () => given('gold.json', gold);

  it('measures lists against known diagnoses and writes four files', async () => {
    const report = join(folder, 'report');
    const { code, out } = await run('evaluate', '--input', input(), '--gold', goldFile(), '--report', report);
    expect(code).toBe(0);
    expect(out).toContain('| 3 | 2 | 1 | 2 (66.7 %) | 2 (66.7 %) |');
    const read = (name: string) => readFileSync(join(report, name), 'utf8');
    expect(JSON.parse(read('report.json'))).toMatchObject({ cases: 3, notRanked: 1, covered: 2 });
    expect(read('report.md')).toBe(out);
    expect(read('reliability.svg')).toMatch(/^<svg /);
    expect(read('misses.tsv')).toMatch(/^c\tPE\tyes\tpulmonary-embolism\tnot ranked/m);
  });

  it('measures the case mix that is asked for, and says which', async () => {
    const measured = async (...more: string[]) => {
      const report = join(folder, 'mix');
      const { code, out } = await run(
        ...['evaluate', '--input', input(), '--gold', goldFile(), '--report', report],
        ...more,
      );
      expect(code).toBe(0);
      const written = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')) as {
        caseMix: string;
        calibration: { brier: { value: number } };
      };
      expect(out).toContain(`Case mix \`${written.caseMix}\``);
      return written;
    };
    const teaching = await measured();
    const consecutive = await measured('--case-mix', 'consecutive');
    expect([teaching.caseMix, consecutive.caseMix]).toEqual(['teaching', 'consecutive']);
    expect(consecutive.calibration.brier.value).not.toBe(teaching.calibration.brier.value);
    const unknown = ['--gold', goldFile(), '--report', 'x', '--case-mix', 'rare'];
    expect((await run('evaluate', '--input', input(), ...unknown)).code).toBe(2);
  });

  it('ranks coded findings in place of the text, and counts what it has no word for', async () => {
    const coded = given(
      'coded.jsonl',
      JSON.stringify({ id: 'b', present: ['chest-pain', 'no-such-thing'], absent: ['headache'] }),
    );
    const report = join(folder, 'coded');
    const { code, out } = await run(
      'evaluate',
      '--input',
      input(),
      '--coded',
      coded,
      '--gold',
      goldFile(),
      '--report',
      report,
    );
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'))).toMatchObject({
      cases: 1,
      notRanked: 0,
    });
    expect(out).toMatch(/Coded facts used: 2; without a counterpart in the vocabulary: 1/);
    expect(out).toContain('no-such-thing 1');
  });

  it('measures groups, and the same case for two patients', async () => {
    const report = join(folder, 'fair');
    const measured = (...more: string[]) =>
      run('evaluate', '--input', input(), '--gold', goldFile(), '--report', report, ...more);
    const { code, out } = await measured('--by', 'sex, setting', '--swap', 'sex');
    expect(code).toBe(0);
    const read = (name: string) => readFileSync(join(report, name), 'utf8');
    expect(read('report.md')).toBe(out);
    expect(JSON.parse(read('report.json'))).toMatchObject({
      groups: [
        {
          attribute: 'sex',
          groups: [
            { value: 'female', cases: 2 },
            { value: 'unknown', cases: 1 },
          ],
        },
        { attribute: 'setting' },
      ],
      swaps: [{ sides: ['female', 'male'], tolerance: 0.05, notSwapped: 2 }],
    });
    expect(read('swap-sex.tsv')).toMatch(/^id\tright disease\t/);
    const aged = await measured('--swap', 'age', '--tolerance', '0');
    expect(aged.out).toContain('## The same case as 29 years and as 72.5 years');
    for (const wrong of [
      ['--by', 'sex,height'],
      ['--swap', 'name'],
      ['--swap', 'sex', '--tolerance', '2'],
    ])
      expect((await measured(...wrong)).code).toBe(2);
  });

  it('measures the cases of the knowledge folder', async () => {
    const draft = tinyKnowledge();
    draft.codedCases.push(tinyCodedCase());
    draft.teachingCases.push(tinyTeachingCase());
    draft.toldCases.push(tinyToldCase());
    const whole = knowledgeDir;
    knowledgeDir = writeKnowledge(draft);
    const report = join(folder, 'ours');
    const record = ['--by', 'sex', '--swap', 'sex,age', '--record'];
    const coded = await run('evaluate', '--ours', 'coded', '--report', report, ...record);
    const again = await run('evaluate', '--ours', 'coded', '--report', report, ...record);
    expect(again.code).toBe(0);
    const teaching = await run('evaluate', '--ours', 'teaching', '--report', report);
    const told = await run('evaluate', '--ours', 'told', '--half', 'development', '--report', report);
    const frozen = await run('evaluate', '--ours', 'told', '--half', 'frozen', '--report', report);
    knowledgeDir = whole;
    expect(
      loadBundle(bundleDir, readFileSync(join(bundleDir, 'current'), 'utf8').trim()).evaluation?.sets,
    ).toMatchObject([
      { name: 'our own coded cases', cases: 1, top1: { value: 1 }, groups: [{ attribute: 'sex' }] },
    ]);
    expect(coded.out).toContain('# Accuracy on our own coded cases');
    expect(coded.out).toContain('| top 1 | 100.0 %');
    expect(teaching.out).toContain('| 1 | 1 | 0 | 1 (100.0 %) | 1 (100.0 %) |');
    expect(told.out).toContain('# Accuracy on our own told cases, development half');
    expect(told.out).toContain('| top 1 | 100.0 %');
    expect(frozen).toMatchObject({ code: 2, err: expect.stringContaining('holds no case') as string });
    expect((await run('evaluate', '--ours', 'coded', '--report', report)).code).toBe(2);
    expect((await run('evaluate', '--ours', 'coded', '--input', input(), '--report', report)).code).toBe(2);
    expect((await run('evaluate', '--ours', 'coded', '--half', 'frozen', '--report', report)).code).toBe(2);
    expect((await run('evaluate', '--report', report)).code).toBe(2);
  });

  it('groups told cases by the setting that their text tells of, and does not rank them by it', async () => {
    const told = tinyToldCase();
    const whole = knowledgeDir;
    const reportOf = async (...args: string[]): Promise<Record<string, unknown>> => {
      const report = join(folder, 'setting');
      expect((await run('evaluate', ...args, '--by', 'setting', '--report', report)).code).toBe(0);
      return JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')) as Record<string, unknown>;
    };
    const toldReport = (setting?: 'emergency') => {
      const draft = tinyKnowledge();
      draft.toldCases.push({ ...told, ...(setting === undefined ? {} : { setting }) });
      knowledgeDir = writeKnowledge(draft);
      return reportOf('--ours', 'told');
    };
    const { groups: unknown, ...plain } = await toldReport();
    const { groups, ...withSetting } = await toldReport('emergency');
    knowledgeDir = whole;
    expect(unknown).toMatchObject([{ attribute: 'setting', groups: [{ value: 'unknown', cases: 1 }] }]);
    expect(groups).toMatchObject([{ attribute: 'setting', groups: [{ value: 'emergency', cases: 1 }] }]);
    expect(withSetting).toEqual(plain);

    const { id, language, patient, text } = told;
    const line = { id, language, patient, narrative: text, setting: 'emergency', gold: ['PE'] };
    const input = given('with-setting.jsonl', JSON.stringify(line));
    const ranked = await reportOf('--input', input, '--gold', goldFile());
    expect(ranked.calibration).not.toEqual(plain.calibration);
  });

  it('calibrates on covered cases and leaves everything as it is in a dry run', async () => {
    const before = readFileSync(join(knowledgeDir, 'calibration.yaml'), 'utf8');
    const { code, out } = await run('calibrate', '--input', input(), '--gold', goldFile(), '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('ours: 1 cases (1 not covered by the knowledge base, 1 not ranked)');
    expect(out).toContain('fitted on textbook vignettes and lists from consultations');
    expect(readFileSync(join(knowledgeDir, 'calibration.yaml'), 'utf8')).toBe(before);
  });

  it.each([
    ['a gold map that is none', ['evaluate', '--report', 'x', '--gold', __filename]],
    ['cases without a gold standard', ['evaluate', '--report', 'x']],
    ['nothing to fit to', ['calibrate']],
  ])('exits with 2 for %s', async (_what, [command = '', ...more]) => {
    const nothing = given('nothing.jsonl', JSON.stringify({ id: 1, ...facts }));
    const flags = more.includes('--gold') ? more : [...more, '--gold', goldFile()];
    expect((await run(command, '--input', nothing, ...flags)).code).toBe(2);
  });
});

describe('evaluate-intake', () => {
  const sets = () => join(folder, 'sets');
  const cough = {
    id: 'a',
    narrative: 'A woman with headache and no chest pain.',
    patient: { age: null, sex: 'female' },
  };

  beforeAll(() => {
    const masked = {
      id: 'm',
      language: 'en',
      text: 'Mr Smith',
      identifiers: [{ kind: 'name', start: 3, end: 8 }],
    };
    const files = {
      'negation-zh.jsonl': { id: 'z', text: '无发热', start: 1, end: 3, label: 'negated' },
      'laboratory-lines.jsonl': {
        ...{ id: 'l', language: 'en', text: 'CRP 120 mg/L', patient: cough.patient, asks: [] },
        expected: [{ findingId: 'no-such-finding', state: 'raised' }],
      },
      'vignettes.jsonl': {
        ...{ id: 'v', language: 'en', form: 'note', text: 'A woman coughs.', patient: cough.patient },
        ...{ values: {}, asks: [], acceptable: [], never: [] },
        expected: { present: ['no-such-finding'], absent: [], states: {} },
      },
    };
    const maskingSets = ['', '-styles', '-strangers'].flatMap((set) => [
      `${set}.development`,
      `${set}.frozen`,
    ]);
    for (const set of [...maskingSets, '-unseen']) {
      given(`sets/deidentification${set}.jsonl`, `${JSON.stringify({ ...masked, lookAlikes: [] })}\n`);
    }
    for (const [name, line] of Object.entries(files)) given(`sets/${name}`, `${JSON.stringify(line)}\n`);
  });

  it('measures what is understood against what was coded, and writes tables and figures', async () => {
    const input = given('intake-cases.jsonl', JSON.stringify(cough));
    const coded = given(
      'intake-coded.jsonl',
      JSON.stringify({ id: 'a', present: ['headache', 'no-such-thing'], absent: ['chest-pain'] }),
    );
    const report = join(folder, 'intake');
    const flags = ['--sets', sets(), '--input', input, '--coded', coded, '--report', report];
    const { code, out } = await run('evaluate-intake', ...flags);
    expect(code).toBe(0);
    expect(out).toContain('| own, Chinese | negated | 1 | 100.0 % | 100.0 % | 100.0 % |');
    expect(out).toContain('| name | 100.0 % (1 of 1) | 100.0 % (1 of 1) |');
    expect(out).toContain('| present | exact | 1 | 100.0 % | 100.0 % | 100.0 % |');
    expect(out).toContain('| absent | exact | 1 | 100.0 % | 100.0 % | 100.0 % |');
    expect(out).toContain('1 coded facts have no counterpart');
    expect(readFileSync(join(report, 'intake.md'), 'utf8')).toBe(out);
    expect(JSON.parse(readFileSync(join(report, 'intake.json'), 'utf8'))).toMatchObject({
      laboratory: { values: 1, right: 0, missed: 1 },
      recognition: { cases: 1, unmapped: 1 },
    });
  });

  it.each([
    ['cases without their coding', () => ['--sets', sets(), '--input', __filename]],
    ['test sets that are not there', () => ['--sets', join(folder, 'nowhere')]],
    ['sentences that are none', () => ['--sets', sets(), '--negex', __filename]],
  ])('exits with 2 for %s', async (_what, flags) => {
    expect((await run('evaluate-intake', ...flags())).code).toBe(2);
  });
});

describe('explain', () => {
  it.each([
    ['en', /Differential diagnosis[\s\S]*1 {2}█.*%/],
    ['zh', /鉴别诊断[\s\S]*1 {2}█.*%/],
  ])('draws the list in %s', async (language, expected) => {
    const input = given(
      'case.json',
      JSON.stringify({ findings: [{ findingId: 'chest-pain', presence: 'present' }] }),
    );
    const { code, out } = await run('explain', '--input', input, '--lang', language);
    expect(code).toBe(0);
    expect(out).toMatch(expected);
  });

  it('lists what it did not understand', async () => {
    const input = given(
      'case.json',
      JSON.stringify({ language: 'en', narrative: 'Chest pain and xyzzy swelling.' }),
    );
    expect((await run('explain', '--input', input)).out).toMatch(/^Not understood\n.*xyzzy/);
  });

  it('exits with 2 for a case that is none', async () => {
    const input = given('case.json', '[]');
    expect((await run('explain', '--input', input)).code).toBe(2);
  });
});

describe('golden', () => {
  const golden = {
    parameters: { alpha: 1, T: 1, nu: 1, rho: 0.3, upsilon: 0.4, piOther: 0.5 },
    knowledge: {
      findings: { cough: { domain: 'binary', baseline: 0.2, mustExplain: false } },
      diseases: { cold: { prior: 0.5, links: { cough: { theta: 0.4 } } } },
    },
    cases: [
      {
        id: 'one',
        patient: { ageYears: 40, sex: 'female' },
        observed: { cough: { presence: 'present' } },
        // Odds of 1 to 1 before, a likelihood ratio of 0.4 / 0.2: two thirds to one third.
        expected: {
          differential: [
            {
              disease: 'cold',
              score: Math.log(2),
              priorContribution: 0,
              evidence: [
                {
                  finding: 'cough',
                  from: ['cough'],
                  state: 'present',
                  certainty: 1,
                  match: 'linked',
                  logLikelihoodRatio: Math.log(2),
                  weight: 1,
                  contribution: Math.log(2),
                },
              ],
              probability: 2 / 3,
            },
          ],
          other: 1 / 3,
          excluded: [],
        },
      },
    ],
  };

  it('accepts a file that agrees', async () => {
    const { code, out } = await run('golden', '--input', given('golden.json', JSON.stringify(golden)));
    expect(out).toMatch(/^largest absolute difference: \S+; equal to 1e-9\n$/);
    expect(code).toBe(0);
  });

  it('names the number that differs and exits with 1', async () => {
    const wrong = JSON.stringify(golden).replace(`"other":${String(1 / 3)}`, '"other":0.34');
    const { code, out } = await run('golden', '--input', given('golden.json', wrong));
    expect(code).toBe(1);
    expect(out).toMatch(/one.*other/);
    expect(out).toMatch(/largest absolute difference: 0\.0066/);
  });

  it.each([
    ['a file of another kind', '{}', 1],
    ['a file that is not JSON', '{', 2],
  ])('exits for %s', async (_what, content, code) => {
    expect((await run('golden', '--input', given('golden.json', content))).code).toBe(code);
  });
});

describe('knowledge', () => {
  it('builds, counts and activates', async () => {
    const built = await run('knowledge', 'build', '--json');
    const { hash } = JSON.parse(built.out) as { hash: string };
    expect(loadBundle(bundleDir, hash).hashes.knowledge).toBe(hash);
    const stats = await run('knowledge', 'stats', '--json');
    expect(JSON.parse(stats.out)).toMatchObject({ diseases: 3, diseasesBySystem: { chest: 3 } });
    expect((await run('knowledge', 'stats')).out).toMatch(/^diseases +3$/m);
    expect((await run('knowledge', 'claims')).out).toMatch(/^pitfalls +lexically supported 0, in part 0/m);
    const claims = await run('knowledge', 'claims', '--json');
    expect(JSON.parse(claims.out)).toMatchObject({
      contradicted: [],
      counts: { notes: { contradicted: 0 } },
    });
    expect(await run('knowledge', 'activate', hash.slice(0, 8))).toMatchObject({
      code: 0,
      out: `${hash} is active\n`,
    });
    expect((await run('knowledge', 'activate', 'ffff')).code).toBe(2);
  });

  it('prunes nothing where it cannot ask what is in use, or the active version is not whole', async () => {
    const { out } = await run('knowledge', 'build');
    const before = readdirSync(bundleDir);
    const nobody = await run('knowledge', 'prune');
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('no database to ask') });
    expect((await run('knowledge', 'prune', '--data', folder)).code).toBe(2);
    expect((await run('knowledge', 'prune', '--database', join(folder, 'none'))).code).toBe(2);
    const away = given('database-url', 'postgres://postgres@127.0.0.1:1/openrounds');
    for (const argv of [[], ['--dry-run']]) {
      const refused = await run('knowledge', 'prune', '--database', away, ...argv);
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('cannot be asked') });
    }
    expect((await run('knowledge', 'prune', '--database', away, '--keep-days', '0')).code).toBe(2);
    appendFileSync(join(bundleDir, `${out.trim()}.json`), ' ');
    const damaged = await run('knowledge', 'prune', '--database', away);
    expect(damaged).toMatchObject({ code: 2, err: expect.stringContaining('was changed') });
    expect(readdirSync(bundleDir)).toEqual(before);
    await run('knowledge', 'build');
  });

  it('checks: exit 0 without errors, 1 with one, named by file and line', async () => {
    const whole = knowledgeDir;
    knowledgeDir = writeKnowledge(withPassages(tinyKnowledge()));
    expect((await run('knowledge', 'check')).code).toBe(0);
    const draft = tinyKnowledge();
    const [first] = draft.diseases;
    if (first === undefined) throw new Error('the fixture has diseases');
    first.links = [
      ...first.links,
      { ...first.links[0], finding: 'no-such-finding' } as (typeof first.links)[number],
    ];
    knowledgeDir = writeKnowledge(draft);
    const checked = await run('knowledge', 'check', '--errors-only');
    const elsewhere = await run('knowledge', 'check', '--fast', '--only', 'knowledge/findings/');
    const built = await run('knowledge', 'build');
    knowledgeDir = whole;
    expect(elsewhere).toMatchObject({ code: 0, out: expect.not.stringContaining('no-such-finding') });
    expect(elsewhere.out).toMatch(/^0 error\(s\), .*; [1-9]\d* elsewhere$/m);
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/^diseases\/.*\.yaml:\d+ finding-references: .*no-such-finding/m);
    expect(checked.out).not.toMatch(/ \(warning\): /);
    expect(built.code).toBe(1);
  });
});

describe('replay', () => {
  const options = {
    topN: 10,
    includeNextTests: true,
    includeGuidelines: false,
    llm: 'off',
    caseMix: 'teaching',
  };
  const patient = { age: { value: 58, unit: 'a' }, sex: 'female', pregnant: null };
  const observed = [{ findingId: 'pleuritic-chest-pain', presence: 'present' }];
  /** A record whose answer is not computed yet. */
  const record = (knowledge: string, answer: unknown = {}) => ({
    format: 'openrounds.explanation.v1',
    versions: { engine: ENGINE_VERSION, knowledge, calibration: '', guidelines: '', api: '1', llm: null },
    options,
    case: { language: 'en', patient, setting: null, region: null, findings: [], labs: [], masked: [] },
    facts: { patient: { ageYears: 58, sex: 'female', pregnant: null }, setting: null, observed },
    answer,
  });

  it('computes a record again, and says where it differs', async () => {
    const bundle = loadBundle(bundleDir, buildKnowledge(knowledgeDir, bundleDir).hash);
    const empty = ReplayableRecord.parse(record(bundle.hashes.knowledge));
    const { versions, facts, case: codedCase } = empty;
    const engine = engineOf(bundle, null);
    const answered = answerRun(engine, { versions, options: empty.options, facts, codedCase });
    if (!answered.ok) throw new Error(answered.rejection.code);
    const honest = { ...empty, answer: answered.value };
    const file = given('record.json', JSON.stringify({ record: honest }));
    expect(await run('replay', file)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\nidentical\n$/),
    });
    const changed = { ...honest, answer: { ...answered.value, mustNotMissMore: 7 } };
    expect(await run('replay', given('changed.json', JSON.stringify(changed)))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^\/answer\/mustNotMissMore: recorded 7, now 0\n.*\nNOT identical\n$/),
    });
  });

  it.each([
    ['a knowledge version that is not there', record('a'.repeat(64)), /no knowledge bundle a{64}/],
    ['what is no record of a run', { record: { kind: 'room' } }, /holds no record of a run: \/format/],
  ])('names %s', async (_, content, why) => {
    const ran = await run('replay', given('other.json', JSON.stringify(content)));
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(why) });
  });
});

describe('log verify', () => {
  const signer = noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);
  const entries = [{ run: 'a' }, { run: 'b' }].map((record, index) => {
    const salt = newSalt();
    return { index, leafHash: saltedLeaf(record, salt), record, salt };
  });
  const rootHash = merkleTreeHash(entries.map(({ leafHash }) => leafHash));
  const checkpoint = signCheckpoint({ origin: 'log.example.org', size: 2, rootHash }, signer);
  const exported = JSON.stringify({ entries, checkpoint, publicKey: signer.verifierKey });

  it('accepts an honest export under the key given', async () => {
    const file = given('log.json', exported);
    const { code, out } = await run('log', 'verify', file, '--key', signer.verifierKey);
    expect(code).toBe(0);
    expect(out).toMatch(/2 entries; root [0-9a-f]{64}\nverified; signed by the key given/);
    expect((await run('log', 'verify', file)).out).toMatch(/give --key/);
  });

  it('checks a record file by itself, and names what fails', async () => {
    const [first, second] = entries;
    if (first === undefined || second === undefined) throw new Error('two entries');
    const proof = { size: 2, path: [first.leafHash], note: checkpoint, publicKey: signer.verifierKey };
    const text = recordFileText({ ...second, ...proof });
    const honest = await run('log', 'verify', given('own.json', text), '--key', signer.verifierKey);
    expect(honest).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^entry 1 of 2 in the log log.example.org; leaf .*\nverified; signed by the key given/,
      ),
    });
    const changed = given('forged.json', text.replace('"run":"b"', '"run":"c"'));
    expect(await run('log', 'verify', changed)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^content: leaf-mismatch: .*\nentry 1 of 2.*\nNOT verified\n$/),
    });
    expect((await run('log', 'verify', given('spaced.json', ` ${text}`))).out).toMatch(
      /^file: not-canonical/,
    );
  });

  it('exits with 1 for a changed record and names the entry', async () => {
    const { code, out } = await run(
      'log',
      'verify',
      given('log.json', exported.replace('"run":"b"', '"run":"c"')),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/entry 1: leaf-mismatch[\s\S]*NOT verified/);
  });
});

describe('backup and restore', () => {
  it.each(['backup', 'restore'])(
    'exits with 2 for %s where there is no database of its own',
    async (command) => {
      const { code, err } = await run(command, join(folder, 'school.backup'));
      expect(code).toBe(2);
      expect(err).toContain('docs/operations.md');
    },
  );
});

describe('keys', () => {
  it('makes, lists and rotates them, and does not remove one that is in use', async () => {
    const keys = join(folder, 'keys');
    expect(await run('keys', 'make', keys)).toMatchObject({ code: 0 });
    const listed = await run('keys', 'list', keys);
    expect(listed.out).toMatch(
      /^sealing: kek-\w+\*\nlog: log-\w+\*\nqueue: queue-\w+\*\nroom: room-\w+\*\nlti: lti-\w+\*\nsmart: smart-\w+\*\nlearner: learner-\w+\*\n$/,
    );
    const [, first = ''] = /sealing: (\S+)\*/.exec(listed.out) ?? [];
    const next = (await run('keys', 'add', 'sealing', keys)).out.trim();
    expect((await run('keys', 'list', keys)).out).toContain(`sealing: ${first}* ${next}\n`);
    expect(await run('keys', 'use', 'sealing', keys, next)).toMatchObject({ code: 0 });
    expect(await run('keys', 'remove', 'sealing', keys, next)).toMatchObject({ code: 1 });
    expect(await run('keys', 'remove', 'sealing', keys, first)).toMatchObject({ code: 0 });
    expect((await run('keys', 'list', keys)).out).toContain(`sealing: ${next}*\n`);
  });

  it('exits with 2 for a purpose that is none and where nothing can be wrapped anew', async () => {
    expect(await run('keys', 'add', 'doors', folder)).toMatchObject({ code: 2 });
    expect(await run('keys', 'rewrap', folder)).toMatchObject({ code: 2 });
  });
});

it('exits with 2 for an unknown command and with 0 for help', async () => {
  expect((await run('diagnose')).code).toBe(2);
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('rank') });
});

describe('log export', () => {
  const signer = noteSigner('log.example.org', generateKeyPairSync('ed25519').privateKey);
  const appendedAt = '2026-11-21T00:00:00.000Z';
  const entries = Array.from({ length: 250 }, (_, index) => {
    const record = { run: index };
    const salt = newSalt();
    const leafHash = saltedLeaf(record, salt);
    const isForeign = index % 10 === 7;
    return { index, leafHash, appendedAt, record: isForeign ? null : record, salt: isForeign ? null : salt };
  });
  const covered = 240;
  const rootHash = merkleTreeHash(entries.slice(0, covered).map(({ leafHash }) => leafHash));
  const origin = 'log.example.org';
  const note = signCheckpoint({ origin, size: covered, rootHash }, signer);
  const known = witness('witness.example/known', generateKeyPairSync('ed25519').privateKey);
  const unknown = witness('witness.example/unknown', generateKeyPairSync('ed25519').privateKey);
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const cosignatures = [known, unknown].map((each) => each.cosign(text, new Date(appendedAt)));
  const checkpoint = { origin, size: covered, rootHash, note, publicKey: signer.verifierKey, cosignatures };
  let server: Server;
  let busy = 0;

  /** The two operations of the API that an export reads, over a log that has grown since its checkpoint. */
  const answer: RequestListener = (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const refused = request.headers.authorization === 'Bearer ork_good' ? busy-- > 0 && 503 : 401;
    const from = Number(searchParams.get('cursor') ?? 0);
    const page = {
      items: entries.slice(from, from + 60),
      nextCursor: from + 60 < 250 ? String(from + 60) : null,
    };
    const body = pathname.endsWith('/checkpoint') ? checkpoint : page;
    response.writeHead(refused || 200, { 'content-type': 'application/json', 'retry-after': '0' });
    response.end(JSON.stringify(refused ? { type: '/p', title: 'No way in', status: refused } : body));
  };
  const options = (key: string) => {
    const { port } = server.address() as AddressInfo;
    return ['--server', `http://127.0.0.1:${String(port)}`, '--key-file', given('api-key', `${key}\n`)];
  };

  beforeAll(async () => {
    server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
  });

  it('writes a file that log verify accepts: what the checkpoint covers, page by page', async () => {
    const file = join(folder, 'log.jsonl');
    const ran = await run('log', 'export', '--output', file, ...options('ork_good'));
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('240 entries, 24 of them without') });
    const verified = await run('log', 'verify', file, '--key', signer.verifierKey);
    expect(verified).toMatchObject({
      code: 0,
      out: expect.stringContaining('verified; signed by the key given'),
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);

    expect(verified.out).toContain('2 more signatures were not checked');
    const silent = witness('witness.example/silent', generateKeyPairSync('ed25519').privateKey);
    const keys = ['--witness', known.verifierKey, silent.verifierKey];
    expect(await run('log', 'verify', file, ...keys)).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /witnessed by witness.example\/known at 2026-11-21T00:00:00.000Z\nnot witnessed by witness.example\/silent\n1 more.*\nNOT verified\n$/,
      ),
    });
    expect((await run('log', 'verify', file, ...keys.slice(0, 2))).code).toBe(0);
    expect(await run('log', 'verify', file, '--witness', signer.verifierKey)).toMatchObject({ code: 2 });

    const text = readFileSync(file, 'utf8');
    const changed = given('changed.jsonl', text.replace('"run":100}', '"run":101}'));
    expect(await run('log', 'verify', changed)).toMatchObject({
      code: 1,
      out: expect.stringContaining('entry 100: leaf-mismatch'),
    });
    const cut = given('cut.jsonl', text.slice(0, text.length / 2));
    expect((await run('log', 'verify', cut)).code).toBe(1);
  });

  it('waits for a busy service, and says what went wrong without leaving half a file', async () => {
    busy = 2;
    const file = join(folder, 'patient.jsonl');
    expect((await run('log', 'export', '--output', file, ...options('ork_good'))).code).toBe(0);
    const refused = join(folder, 'refused.jsonl');
    expect(await run('log', 'export', '--output', refused, ...options('ork_bad'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/answers 401: No way in/),
    });
    expect([refused, `${refused}.part`].filter(existsSync)).toEqual([]);
  });

  it.each([
    [['--server', 'nowhere'], /is no address/],
    [['--key-file', '/no/such/file'], /cannot be read/],
  ])('refuses %j', async (wrong, why) => {
    const file = join(folder, 'none.jsonl');
    const ran = await run('log', 'export', '--output', file, ...options('ork_good'), ...wrong);
    expect([ran.code, ran.err]).toEqual([2, expect.stringMatching(why)]);
  });
});

describe('log accept-head', () => {
  const root = 'ab'.repeat(32);

  it('makes a head the one that the log goes on from, and tells which one it was before', async () => {
    const file = given(
      'log-head',
      `log.example\n57\n${Buffer.from('cd'.repeat(32), 'hex').toString('base64')}\n`,
    );
    const { code, out } = await run('log', 'accept-head', file, '50', root);
    expect([code, out]).toEqual([
      0,
      `before: 57 entries, root ${'cd'.repeat(32)}\nnow: 50 entries, root ${root}\n`,
    ]);
    expect(parseCheckpoint(readFileSync(file, 'utf8'))).toEqual({
      origin: 'log.example',
      size: 50,
      rootHash: root,
    });
  });

  it('needs the name of the log where the file does not tell it', async () => {
    const file = given('broken-head', 'half a li');
    const refused = await run('log', 'accept-head', file, '50', root);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--origin')]);
    expect((await run('log', 'accept-head', file, '50', root, '--origin', 'log.example')).code).toBe(0);
    expect(parseCheckpoint(readFileSync(file, 'utf8'))).toMatchObject({ origin: 'log.example', size: 50 });
  });

  it.each([
    ['-1', root],
    ['fifty', root],
    ['50', 'abcd'],
  ])('does not take %s %s for a head', async (size, hash) => {
    const file = given('log-head', '');
    const { code } = await run('log', 'accept-head', file, '--origin', 'log.example', '--', size, hash);
    expect(code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});
