import { ancestorsOf } from '../bundle/ancestors';
import { type KnowledgeFolder } from '../load/load-knowledge';
import { type Located } from '../load/located';
import { type Problem } from '../load/problem';
import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type Source } from '../schema/source';
import { type EngineAccess } from './engine-access';

/**
 * What a rule guards. `structure`: without it no bundle can be built. `coherence`: the medicine contradicts
 * itself. `regression`: the ranking does not do what the entry promises.
 */
export type RuleKind = 'structure' | 'coherence' | 'regression';

export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  check(context: CheckContext): Problem[];
}

/** The folder with the look-ups that rules share. Of entries with the same id the first one counts. */
export interface CheckContext {
  readonly folder: KnowledgeFolder;
  readonly findings: ReadonlyMap<string, Located<Finding>>;
  /** The findings themselves, without their place. */
  readonly vocabulary: ReadonlyMap<string, Finding>;
  readonly diseases: ReadonlyMap<string, Located<Disease>>;
  readonly tests: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, Located<Source>>;
  /** The ranking, where the knowledge is sound enough to be ranked. */
  readonly engine: EngineAccess | undefined;
  /** Ids of the finding's ancestors, nearest first; a cycle ends the line. */
  ancestorsOf(findingId: string): readonly string[];
}

export function createCheckContext(folder: KnowledgeFolder, engine?: EngineAccess): CheckContext {
  const findings = byId(folder.findings);
  return {
    folder,
    findings,
    vocabulary: new Map([...findings].map(([id, { value }]) => [id, value])),
    diseases: byId(folder.diseases),
    tests: new Set(folder.tests.map((test) => test.id)),
    sources: byId(folder.sources),
    engine,
    ancestorsOf: (findingId) => ancestorsOf(findingId, (id) => findings.get(id)?.value.parent),
  };
}

function byId<Value>(entries: readonly Located<Value>[]): Map<string, Located<Value>> {
  const map = new Map<string, Located<Value>>();
  for (const entry of entries) if (!map.has(entry.id)) map.set(entry.id, entry);
  return map;
}
