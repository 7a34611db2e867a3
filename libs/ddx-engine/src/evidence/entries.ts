import { ABSENT, type CompiledKnowledge, PRESENT } from '../compile/compiled-knowledge';
import { type CodedObservation } from './coded-case';
import { keepTellingAbsent, keepTellingPresent } from './is-a-rules';

/** A finding that counts for one disease, and the observations that speak through it. */
export interface Entry {
  readonly finding: number;
  readonly outcome: number;
  readonly certainty: number;
  /** Observed findings, sorted. */
  readonly origins: readonly number[];
  /** Entries of one group restate each other; -1 for none. */
  readonly group: number;
}

type Links = Pick<ReadonlyMap<number, number>, 'has'>;

/**
 * Each observed present finding stands for itself if the disease knows it, else for its nearest known ancestor.
 */
export function presentEntries(
  compiled: CompiledKnowledge,
  links: Links,
  present: readonly CodedObservation[],
): Entry[] {
  if (present.length === 0) return [];
  const entries: Entry[] = [];
  for (const { finding, certainty } of present) {
    const counted = links.has(finding)
      ? finding
      : compiled.taxonomy.ancestors[finding]?.find((one) => links.has(one));
    if (counted === undefined) continue;
    const at = entries.findIndex((entry) => entry.finding === counted);
    const merged = entries[at];
    entries[at < 0 ? entries.length : at] = {
      finding: counted,
      outcome: PRESENT,
      certainty: Math.max(certainty, merged?.certainty ?? 0),
      origins: merged === undefined ? [finding] : sorted([...merged.origins, finding]),
      group: compiled.findings[counted]?.group ?? -1,
    };
  }
  return keepTellingPresent(entries, compiled.taxonomy);
}

/**
 * Each observed absent finding stands for itself if the disease knows it, else for the topmost known finding on each
 * branch below it, unless its absence denies nothing else.
 */
export function absentEntries(
  compiled: CompiledKnowledge,
  links: Links,
  absent: readonly CodedObservation[],
): Entry[] {
  if (absent.length === 0) return [];
  const origins = new Map<number, CodedObservation[]>();
  for (const observation of absent) {
    for (const counted of deniedBy(compiled, links, observation.finding)) {
      origins.set(counted, [...(origins.get(counted) ?? []), observation]);
    }
  }
  if (origins.size === 0) return [];
  const entries = [...origins].map(([finding, behind]) => mergeAbsent(compiled, finding, behind));
  return keepTellingAbsent(entries, compiled.taxonomy);
}

/** A state of a categorical finding stands for itself where the disease knows the finding: there is no is-a among states. */
export function stateEntries(
  compiled: CompiledKnowledge,
  links: Links,
  states: readonly CodedObservation[],
): Entry[] {
  if (states.length === 0) return [];
  return states.filter(({ finding }) => links.has(finding)).map((one) => entryOfItself(compiled, one));
}

/** An observation that counts as itself. */
export function entryOfItself(
  compiled: CompiledKnowledge,
  { finding, outcome, certainty }: CodedObservation,
): Entry {
  return { finding, outcome, certainty, origins: [finding], group: compiled.findings[finding]?.group ?? -1 };
}

function deniedBy(compiled: CompiledKnowledge, links: Links, finding: number): number[] {
  if (links.has(finding)) return [finding];
  if (!(compiled.findings[finding]?.impliesAbsence ?? true)) return [];
  const topmost: number[] = [];
  const waiting = [...(compiled.taxonomy.children[finding] ?? [])];
  for (let at = 0; at < waiting.length; at += 1) {
    const below = waiting[at] ?? -1;
    if (links.has(below)) topmost.push(below);
    else waiting.push(...(compiled.taxonomy.children[below] ?? []));
  }
  return topmost;
}

/**
 * The surest origin gives certainty and group. On equal certainty the finding itself comes before an ancestor, and a
 * higher ancestor before a lower one.
 */
function mergeAbsent(
  compiled: CompiledKnowledge,
  finding: number,
  behind: readonly CodedObservation[],
): Entry {
  const [only] = behind;
  if (behind.length === 1 && only?.finding === finding) return entryOfItself(compiled, only);
  const height = (origin: number): number =>
    origin === finding ? -1 : (compiled.taxonomy.ancestors[origin] ?? []).length;
  const [surest] = [...behind].sort(
    (a, b) => b.certainty - a.certainty || height(a.finding) - height(b.finding),
  );
  return {
    finding,
    outcome: ABSENT,
    certainty: surest?.certainty ?? 0.5,
    origins: sorted(behind.map((one) => one.finding)),
    group: groupOfOrigin(compiled, finding, surest?.finding ?? finding),
  };
}

/** What one general denial implies is one statement: without a group of its own it makes a private one. */
function groupOfOrigin(compiled: CompiledKnowledge, finding: number, origin: number): number {
  const group = compiled.findings[origin]?.group ?? -1;
  return group >= 0 || origin === finding ? group : compiled.groupCount + origin;
}

/** Findings stand in the order of their ids, so sorting indices sorts ids. */
function sorted(findings: readonly number[]): number[] {
  return [...findings].sort((a, b) => a - b);
}
