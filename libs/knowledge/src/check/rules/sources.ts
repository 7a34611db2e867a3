import { type Located, problemAt } from '../../load/located';
import { type Problem, type Severity } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { type Disease, placeOfLink } from '../../schema/disease';
import { type Finding } from '../../schema/finding';
import { type Grade } from '../../schema/primitives';
import { type Score } from '../../schema/score';
import { type CheckContext, type Rule } from '../check-context';

interface Claim {
  readonly entry: Located<unknown>;
  readonly path: Path;
  readonly source: string;
  readonly grade: Grade | undefined;
}

/** Every number names its source, and claims no more than the source carries. */
export const sources: Rule = {
  id: 'sources',
  kind: 'structure',
  check: (context) => {
    const claims = allClaims(context);
    return [...claims.flatMap((claim) => claimProblems(context, claim)), ...sourceProblems(context, claims)];
  },
};

function claimProblems(context: CheckContext, { entry, path, source, grade }: Claim): Problem[] {
  if (source === 'estimate') {
    return grade === 'A' || grade === 'B'
      ? [problem(entry, 'warning', `an estimate is grade D, or C where textbooks agree, not ${grade}`, path)]
      : [];
  }
  const found = context.sources.get(source);
  if (!found) return [problem(entry, 'error', `there is no source "${source}" in sources.yaml`, path)];
  return grade === 'A' && !found.value.verified
    ? [problem(entry, 'error', `"${source}" was not verified: grade B at best`, path)]
    : [];
}

function sourceProblems({ folder }: CheckContext, claims: readonly Claim[]): Problem[] {
  const used = new Set(claims.map(({ source }) => source));
  return folder.sources.flatMap((entry) => {
    const { url, doi, pmid, kind } = entry.value;
    const unreachable = url === undefined && doi === undefined && pmid === undefined && kind !== 'textbook';
    return [
      ...(used.has(entry.id) ? [] : [problem(entry, 'warning', 'no entry uses this source', ['id'])]),
      ...(unreachable ? [problem(entry, 'warning', 'it has no url, doi or pmid', ['id'])] : []),
    ];
  });
}

function allClaims({ folder }: CheckContext): Claim[] {
  return [
    ...folder.findings.map((entry) => ({
      entry,
      path: ['baseline', 'source'],
      source: entry.value.baseline.source,
      grade: entry.value.baseline.grade,
    })),
    ...folder.findings.flatMap(laboratoryClaims),
    ...folder.diseases.flatMap(diseaseClaims),
    ...folder.tests.map((entry) => ({
      entry,
      path: ['harm', 'source'],
      source: entry.value.harm.source,
      grade: undefined,
    })),
    ...folder.redFlags.map((entry) => ({
      entry,
      path: ['source'],
      source: entry.value.source,
      grade: entry.value.grade,
    })),
    ...folder.scores.flatMap(scoreClaims),
    ...(folder.population ? [folder.population] : []).map((entry) => ({
      entry,
      path: ['source'],
      source: entry.value.source,
      grade: entry.value.grade,
    })),
  ];
}

/** What a quantity's results and their changes are held against. */
function laboratoryClaims(entry: Located<Finding>): Claim[] {
  const { intervalSource, variation, changeCriteria, linearUnits, decidedBy, decidedByPair } = entry.value;
  const claimed = (path: Path, sourced: { source: string; grade: Grade } | undefined): Claim[] =>
    sourced === undefined ? [] : [{ entry, path, source: sourced.source, grade: sourced.grade }];
  return [
    ...claimed(['intervalSource'], intervalSource),
    ...claimed(['variation'], variation),
    ...(decidedBy ?? []).flatMap((one, index) => claimed(['decidedBy', index], one)),
    ...(decidedByPair ?? []).flatMap((one, index) => claimed(['decidedByPair', index], one)),
    ...(changeCriteria ?? []).flatMap((one, index) => claimed(['changeCriteria', index], one)),
    ...(linearUnits ?? []).flatMap((one, index) => claimed(['linearUnits', index], one)),
  ];
}

function scoreClaims(entry: Located<Score>): Claim[] {
  const { source, interpretation } = entry.value;
  const bands = interpretation.map((band, index) => ({
    path: ['interpretation', index],
    source: band.source,
  }));
  return [
    { entry, path: ['source'], source, grade: undefined },
    ...bands.flatMap(({ path, source: ofBand }) =>
      ofBand === undefined ? [] : [{ entry, path, source: ofBand, grade: undefined }],
    ),
  ];
}

function diseaseClaims(entry: Located<Disease>): Claim[] {
  const { prior, links, treatment, prognosis, treatmentPrinciples } = entry.value;
  const statements = [
    ...prognosis.map(({ source }, index) => ({ path: ['prognosis', index, 'source'], source })),
    ...treatmentPrinciples.map(({ source }, index) => ({
      path: ['treatmentPrinciples', index, 'source'],
      source,
    })),
    ...(treatment ? [{ path: ['treatment', 'source'], source: treatment.source }] : []),
  ];
  return [
    ...(['emergency', 'primary-care'] as const).map((setting) => ({
      entry,
      path: ['prior', setting],
      source: prior[setting].source,
      grade: prior[setting].grade,
    })),
    ...links.map(({ source, grade }, index) => ({
      entry,
      path: placeOfLink(entry.value, index),
      source,
      grade,
    })),
    ...statements.map(({ path, source }) => ({ entry, path, source, grade: undefined })),
  ];
}

function problem(entry: Located<unknown>, severity: Severity, message: string, path: Path): Problem {
  return problemAt(entry, 'sources', severity, message, path);
}
