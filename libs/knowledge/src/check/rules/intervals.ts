import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { type Finding, type FindingInterval } from '../../schema/finding';
import { type Sex } from '../../schema/primitives';
import { type Rule } from '../check-context';

/** Someone for whom a set of intervals has to be complete. */
interface Person {
  readonly ageYears: number;
  readonly sex: Sex;
  readonly pregnant: boolean;
}

/**
 * The intervals of a quantity put every value of every patient into exactly one state: no gap, no overlap, open at
 * both ends. Intervals in different units are alternative tables, each complete in itself.
 */
export const intervals: Rule = {
  id: 'intervals',
  kind: 'coherence',
  check: ({ folder }) =>
    folder.findings.flatMap((finding) => {
      const { intervals: all, unit, states } = finding.value;
      if (!all) {
        return unit === undefined
          ? []
          : [problem(finding, 'a quantity (it has a unit) needs intervals', ['unit'])];
      }
      const unreached = (states ?? []).filter((state) => !all.some((interval) => interval.state === state));
      return [
        ...unreached.map((state) => problem(finding, `no interval leads to state "${state}"`, ['intervals'])),
        ...tablesByUnit(all, unit).flatMap((table) => tableProblems(finding, table)),
      ];
    }),
};

function tablesByUnit(all: readonly FindingInterval[], unit: string | undefined): FindingInterval[][] {
  const units = [...new Set(all.map((interval) => interval.unit ?? unit))];
  return units.map((one) => all.filter((interval) => (interval.unit ?? unit) === one));
}

function tableProblems(finding: Located<Finding>, table: readonly FindingInterval[]): Problem[] {
  const messages = new Set(peopleToTry(table).flatMap((person) => faultsFor(person, table)));
  return [...messages].map((message) => problem(finding, message, ['intervals']));
}

function faultsFor(person: Person, table: readonly FindingInterval[]): string[] {
  const bands = table
    .filter((interval) => appliesTo(interval, person))
    .map(({ from = -Infinity, to = Infinity, state }) => ({ from, to, state }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const whom = describe(person, table);
  const [first] = bands;
  if (!first) return [`no interval applies${whom}`];
  const faults = first.from === -Infinity ? [] : [`nothing below ${first.from}${whom}`];
  let end = first.to;
  for (const band of bands.slice(1)) {
    if (band.from > end) faults.push(`a gap from ${end} to ${band.from}${whom}`);
    if (band.from < end) faults.push(`an overlap from ${band.from} to ${Math.min(end, band.to)}${whom}`);
    end = Math.max(end, band.to);
  }
  return end === Infinity ? faults : [...faults, `nothing from ${end} up${whom}`];
}

function appliesTo({ if: condition }: FindingInterval, person: Person): boolean {
  if (!condition) return true;
  const { sex, ageYears, pregnant } = condition;
  return (
    (sex === undefined || sex === person.sex) &&
    (ageYears === undefined || (ageYears[0] <= person.ageYears && person.ageYears < ageYears[1])) &&
    (pregnant === undefined || pregnant === person.pregnant)
  );
}

/** One person per combination that the conditions can tell apart. */
function peopleToTry(table: readonly FindingInterval[]): Person[] {
  const ages = new Set(
    [0, ...table.flatMap((interval) => interval.if?.ageYears ?? [])].filter((age) => age < 150),
  );
  return [...ages].flatMap((ageYears) => [
    { ageYears, sex: 'female' as const, pregnant: false },
    { ageYears, sex: 'female' as const, pregnant: true },
    { ageYears, sex: 'male' as const, pregnant: false },
  ]);
}

/** Names only what the table's conditions ask about. */
function describe({ ageYears, sex, pregnant }: Person, table: readonly FindingInterval[]): string {
  const asks = (key: 'ageYears' | 'sex' | 'pregnant') =>
    table.some((interval) => interval.if?.[key] !== undefined);
  const parts = [
    ...(asks('ageYears') ? [`age ${ageYears}`] : []),
    ...(asks('sex') ? [sex] : []),
    ...(asks('pregnant') ? [pregnant ? 'pregnant' : 'not pregnant'] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function problem(finding: Located<Finding>, message: string, path: Path): Problem {
  return problemAt(finding, 'intervals', 'error', message, path);
}
