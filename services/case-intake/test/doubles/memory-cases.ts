import { withoutNarrative } from '@openrounds/contracts';
import { withoutWords } from '../../src/model/without-words';
import {
  type CaseStore,
  type CaseVersion,
  type IntakeResult,
  type ListedCase,
} from '../../src/ports/case-store';

/** Cases in memory: passes the suite that the cases in Postgres pass. */
export class MemoryCases implements CaseStore {
  private versions: CaseVersion[] = [];
  private results: IntakeResult[] = [];
  private readonly erased = new Set<string>();
  private readonly wordless = new WeakSet<CaseVersion>();

  /** All versions of all cases, in the order in which they were stored. */
  get kept(): readonly CaseVersion[] {
    return this.versions;
  }

  async add(version: CaseVersion): Promise<'stored' | 'erased'> {
    return (await this.addNext(version)) === 'erased' ? 'erased' : 'stored';
  }

  addNext(version: CaseVersion): Promise<'stored' | 'stale' | 'erased'> {
    if (this.wasErased(version)) return Promise.resolve('erased');
    const isTaken = this.versions.some(
      (each) => each.caseId === version.caseId && each.version === version.version,
    );
    if (!isTaken) this.versions.push(version);
    return Promise.resolve(isTaken ? 'stale' : 'stored');
  }

  find(tenantId: string, caseId: string, version?: number): Promise<CaseVersion | undefined> {
    const [found] = this.newestFirst(tenantId).filter(
      (each) => each.caseId === caseId && (version ?? each.version) === each.version,
    );
    return Promise.resolve(found);
  }

  list(tenantId: string, limit: number, before?: string): Promise<readonly ListedCase[]> {
    const newest = new Map(
      this.newestFirst(tenantId)
        .reverse()
        .map((each) => [each.caseId, each]),
    );
    const ids = [...newest.keys()].filter((id) => before === undefined || id < before);
    const page = ids.sort().reverse().slice(0, limit);
    return Promise.resolve(page.map((caseId) => ({ caseId, newest: newest.get(caseId) })));
  }

  findResult(tenantId: string, runId: string): Promise<IntakeResult | undefined> {
    return Promise.resolve(this.results.find((each) => each.tenantId === tenantId && each.runId === runId));
  }

  async saveResult(result: IntakeResult, newCase: CaseVersion | undefined): Promise<'stored' | 'erased'> {
    if (this.wasErased(result)) return 'erased';
    if (newCase !== undefined) await this.addNext(newCase);
    if (this.results.some(({ runId }) => runId === result.runId)) return 'stored';
    const version = await this.find(result.tenantId, result.caseId, result.caseVersion);
    const keepsWords = version !== undefined && !this.wordless.has(version);
    this.results.push(keepsWords ? result : { ...result, understood: withoutNarrative(result.understood) });
    return 'stored';
  }

  erase(tenantId: string, caseId: string): Promise<void> {
    this.erased.add(JSON.stringify([tenantId, caseId]));
    const stays = (each: { tenantId: string; caseId: string }) =>
      each.tenantId !== tenantId || each.caseId !== caseId;
    this.versions = this.versions.filter(stays);
    this.results = this.results.filter(stays);
    return Promise.resolve();
  }

  forgetNarratives(before: Date): Promise<number> {
    const old = this.versions.filter((each) => each.createdAt < before && !this.wordless.has(each));
    for (const version of old) {
      const coded = withoutWords(version);
      this.wordless.add(coded);
      this.versions[this.versions.indexOf(version)] = coded;
      this.results = this.results.filter(({ caseId }) => caseId !== version.caseId);
    }
    return Promise.resolve(old.length);
  }

  private newestFirst(tenantId: string): CaseVersion[] {
    return this.versions.filter((each) => each.tenantId === tenantId).sort((a, b) => b.version - a.version);
  }

  private wasErased({ tenantId, caseId }: { tenantId: string; caseId: string }): boolean {
    return this.erased.has(JSON.stringify([tenantId, caseId]));
  }
}
