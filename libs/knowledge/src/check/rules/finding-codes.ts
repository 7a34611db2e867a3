import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { type Finding } from '../../schema/finding';
import { type Rule } from '../check-context';

/** A code of another terminology with the finding that it stands for. */
interface Coded {
  readonly code: string;
  readonly entry: Located<Finding>;
  readonly path: Path;
}

/** A code that comes in from elsewhere stands for one finding, or for one of its states. */
export const findingCodes: Rule = {
  id: 'finding-codes',
  kind: 'structure',
  check: ({ folder }) => [
    ...folder.findings.flatMap(strangeStates),
    ...repeated(folder.findings.flatMap(codesOf)),
  ],
};

function strangeStates(entry: Located<Finding>): Problem[] {
  const { states = [], stateCodes = {} } = entry.value;
  return Object.keys(stateCodes)
    .filter((state) => !states.includes(state))
    .map((state) => problem(entry, `"${state}" is not a state of "${entry.id}"`, ['stateCodes', state]));
}

function codesOf(entry: Located<Finding>): Coded[] {
  const { codes, stateCodes = {}, otherMeasures = [] } = entry.value;
  const listed = (path: Path, system: string, given: string | readonly string[] | undefined): Coded[] =>
    [given ?? []].flat().map((code) => ({ code: `${system} ${code}`, entry, path }));
  const both = (path: Path, { hpo, icd10 }: Pick<Finding['codes'], 'hpo' | 'icd10'>): Coded[] => [
    ...listed(path, 'HPO', hpo),
    ...listed(path, 'ICD-10', icd10),
  ];
  return [
    ...both(['codes'], codes),
    ...listed(['codes'], 'LOINC', codes.loinc),
    ...otherMeasures.flatMap(({ loinc }, index) => listed(['otherMeasures', index], 'LOINC', loinc)),
    ...Object.entries(stateCodes).flatMap(([state, given]) => both(['stateCodes', state], given)),
  ];
}

function repeated(coded: readonly Coded[]): Problem[] {
  const first = new Map<string, Coded>();
  return coded.flatMap(({ code, entry, path }) => {
    const earlier = first.get(code);
    if (earlier !== undefined)
      return [problem(entry, `${code} stands for "${earlier.entry.id}" already`, path)];
    first.set(code, { code, entry, path });
    return [];
  });
}

const problem = (entry: Located<Finding>, message: string, path: Path): Problem =>
  problemAt(entry, 'finding-codes', 'error', message, path);
