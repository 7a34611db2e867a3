import { embolism } from '../../test/fixture/after-change';
import {
  entry,
  removeFolders,
  tinyKnowledge,
  withPassages,
  writeFile,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { checkKnowledge } from './check-knowledge';

afterAll(removeFolders);

describe('checkKnowledge', () => {
  it('finds nothing wrong with a coherent knowledge base', () => {
    expect(checkKnowledge(writeKnowledge(withPassages(tinyKnowledge())))).toEqual({
      problems: [],
      counts: { error: 0, warning: 0, incomplete: 0 },
      ok: true,
    });
  });

  it('accepts a shared code that a comment explains', () => {
    const draft = tinyKnowledge();
    entry(draft.diseases, 'costochondritis').codes.icd10 = ['I26'];
    embolism(draft).codes.icd10 = ['I26'];
    const dir = writeKnowledge(draft);
    for (const { id } of [embolism(draft), entry(draft.diseases, 'costochondritis')]) {
      const written = JSON.stringify(entry(draft.diseases, id));
      writeFile(
        dir,
        `diseases/chest/${id}.yaml`,
        written.replace('"icd10":["I26"]', '"icd10":["I26"] # one chapter\n'),
      );
    }
    expect(
      checkKnowledge(dir).problems.filter(({ severity, rule }) => rule === 'codes' && severity === 'error'),
    ).toEqual([]);
  });

  it('points at file and line, and reports everything at once', () => {
    const dir = writeKnowledge(tinyKnowledge());
    writeFile(
      dir,
      'panels.yaml',
      '- id: a\n  phrases: { en: [a] }\n  sets:\n    - { finding: dyspnoea }\n- id: b\n',
    );
    writeFile(dir, 'tests/broken.yaml', '- id: x\n  name: [unclosed\n');
    writeFile(dir, 'notes/mine.yaml', 'a: 1\n');
    const places = checkKnowledge(dir).problems.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
    expect(places).toEqual(
      expect.arrayContaining([
        'schema panels.yaml:4',
        'schema panels.yaml:5',
        expect.stringMatching(/^yaml tests\/broken\.yaml:\d$/),
        'layout notes/mine.yaml:1',
      ]),
    );
  });

  it.each([
    ['an empty file', ''],
    ['a list of nothing', '- \n- 3\n'],
    ['an alias without anchor', '- *nowhere\n'],
    ['a repeated key', '- id: a\n  id: b\n'],
    ['a tab as indentation', '-\tid: a\n\tname: b\n'],
  ])('reports %s and goes on', (_, text) => {
    const dir = writeKnowledge(tinyKnowledge());
    writeFile(dir, 'tests/odd.yaml', text);
    const ofFile = checkKnowledge(dir).problems.filter(({ file }) => file === 'tests/odd.yaml');
    expect(ofFile).not.toEqual([]);
    expect(ofFile.every(({ severity }) => severity === 'error')).toBe(true);
  });
});
