import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { type Finding } from '../../schema/finding';
import { convertUnit, isUcumUnit } from '../../text/ucum';
import { type Rule } from '../check-context';

/** Units are UCUM, those of intervals convert to the finding's own, and the limits of plausibility make sense. */
export const units: Rule = {
  id: 'units',
  kind: 'structure',
  check: ({ folder }) =>
    folder.findings.flatMap((finding) => [
      ...ownUnit(finding),
      ...intervalUnits(finding),
      ...plausibleLimits(finding),
      ...unitsOfTests(finding),
      ...unitsOfReports(finding),
    ]),
};

function ownUnit(finding: Located<Finding>): Problem[] {
  const { unit, intervals, plausible } = finding.value;
  if (unit !== undefined) {
    return isUcumUnit(unit) ? [] : [problem(finding, `"${unit}" is not a UCUM unit`, ['unit'])];
  }
  if (intervals?.length) return [problem(finding, 'intervals need the unit of the finding', ['intervals'])];
  return plausible ? [problem(finding, 'plausible limits need the unit of the finding', ['plausible'])] : [];
}

function intervalUnits(finding: Located<Finding>): Problem[] {
  const { unit, intervals, molecularWeight } = finding.value;
  return (intervals ?? []).flatMap((interval, index) => {
    const path = ['intervals', index];
    if (interval.unit === undefined || unit === undefined || interval.unit === unit) return [];
    if (!isUcumUnit(interval.unit)) return [problem(finding, `"${interval.unit}" is not a UCUM unit`, path)];
    return convertUnit(1, interval.unit, unit, molecularWeight) === undefined
      ? [problem(finding, `${interval.unit} cannot be converted to ${unit}`, path)]
      : [];
  });
}

/** Units of a deciding test, of reports and of straight lines are UCUM; what changes and varies is a quantity. */
function unitsOfTests(finding: Located<Finding>): Problem[] {
  const { unit, decidedBy, linearUnits, reportedIn, variation, changeCriteria, otherMeasures, domain } =
    finding.value;
  const written = [
    (decidedBy ?? []).flatMap((test) => test.unit ?? []),
    (reportedIn ?? []).map((one) => one.unit),
    (linearUnits ?? []).map((line) => line.unit),
  ].flat();
  const isMeasured = [variation, changeCriteria, otherMeasures, linearUnits, reportedIn].some(
    (field) => field !== undefined,
  );
  return [
    ...written
      .filter((one) => !isUcumUnit(one))
      .map((one) => problem(finding, `"${one}" is not a UCUM unit`, ['unit'])),
    ...(isMeasured && unit === undefined
      ? [
          problem(finding, 'variation, changes, other measures and units need the unit of the finding', [
            'unit',
          ]),
        ]
      : []),
    ...(decidedBy && domain !== 'binary'
      ? [problem(finding, 'a test decides only a binary finding', ['decidedBy'])]
      : []),
  ];
}

/** A number in one of the units of reports has to have a meaning in the finding's own. */
function unitsOfReports(finding: Located<Finding>): Problem[] {
  const { unit, reportedIn, linearUnits, molecularWeight } = finding.value;
  const lines = new Set(linearUnits?.map((line) => line.unit));
  return (reportedIn ?? [])
    .map((one) => one.unit)
    .filter((one) => unit !== undefined && isUcumUnit(one) && !lines.has(one))
    .filter((one) => convertUnit(1, one, unit ?? one, molecularWeight) === undefined)
    .map((one) => problem(finding, `${one} cannot be converted to ${unit ?? ''}`, ['reportedIn']));
}

function plausibleLimits(finding: Located<Finding>): Problem[] {
  const { plausible } = finding.value;
  if (!plausible || plausible.low < plausible.high) return [];
  return [problem(finding, 'the lower plausible limit is not below the upper', ['plausible'])];
}

function problem(finding: Located<Finding>, message: string, path: Path): Problem {
  return problemAt(finding, 'units', 'error', message, path);
}
