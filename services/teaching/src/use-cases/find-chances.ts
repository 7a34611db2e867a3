import { Inject, Injectable } from '@nestjs/common';
import { MAX_TABLE_DISEASES, type CaseBody, type JobMeta } from '@openrounds/contracts';
import { NO_TEST_YET, type OutcomeChances, type Round } from '@openrounds/learning';
import { forecastIdOf } from '../model/case-hash';
import { diseasesNamed, type ChancesByRound } from '../model/own';
import { readingOf } from '../model/room-reading';
import { factsByStage } from '../model/stage-facts';
import { type Person } from '../ports/answer-store';
import { CASE_LIBRARIES, type CaseLibraries, type CaseVocabulary } from '../ports/case-library';
import { OUTCOME_TABLES, type OutcomeTables } from '../ports/outcome-tables';
import { type StoredRoom } from '../ports/room-store';

/** Questions of as many rooms as are led at once. */
const MOST_KEPT = 200;

/** What is known of a question: the tests' tables, as far as diseases were asked for. */
interface Known {
  readonly asked: Set<string>;
  readonly tests: Map<
    string,
    { readonly elsewhere: readonly number[]; readonly given: Map<string, number[]> }
  >;
}

/**
 * What the results of the tests that a room was asked to choose from depend on, for the diseases that people named. An
 * answer never changes, so it is asked for once; where the engine is away, no choice is judged.
 */
@Injectable()
export class FindChances {
  private readonly known = new Map<string, Known>();

  constructor(
    @Inject(OUTCOME_TABLES) private readonly tables: OutcomeTables,
    @Inject(CASE_LIBRARIES) private readonly libraries: CaseLibraries,
  ) {}

  /** @throws BundleError when the knowledge version is not there */
  async execute(
    meta: JobMeta,
    { stored, body }: { readonly stored: StoredRoom; readonly body: CaseBody | undefined },
    people: readonly Person[],
  ): Promise<ChancesByRound> {
    const choices = stored.room.rounds.filter(({ scored, task }) => scored && task.task === 'next-test');
    const found = new Map<string, ReadonlyMap<string, OutcomeChances>>();
    if (choices.length === 0 || body === undefined) return found;
    const { vocabulary } = await this.libraries.of(stored.versions.knowledge);
    const named = diseasesNamed(stored.room, people, readingOf(vocabulary, stored));
    for (const round of choices) {
      const known = this.knownOf(stored, round);
      const asking = { meta, versions: stored.versions, testIds: testsOf(round, vocabulary) };
      const facts = factsByStage(body, vocabulary)[round.stageNo - 1];
      if (facts !== undefined) await this.learn(known, { ...asking, facts }, named);
      found.set(round.id, known.tests);
    }
    return found;
  }

  private knownOf({ tenantId, contentHash, versions }: StoredRoom, round: Round): Known {
    const key = `${forecastIdOf({ tenantId, contentHash, stageNo: round.stageNo, versions })} ${round.id}`;
    const known = this.known.get(key) ?? { asked: new Set(), tests: new Map() };
    const [oldest] = this.known.keys();
    if (this.known.size >= MOST_KEPT && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, known);
    return known;
  }

  private async learn(
    known: Known,
    asking: Omit<Parameters<OutcomeTables['ask']>[0], 'diseaseIds'>,
    named: ReadonlySet<string>,
  ): Promise<void> {
    const missing = [...named].filter((id) => !known.asked.has(id));
    for (let from = 0; from < missing.length; from += MAX_TABLE_DISEASES) {
      const diseaseIds = missing.slice(from, from + MAX_TABLE_DISEASES);
      // Asked again with the next look.
      const table = await this.tables.ask({ ...asking, diseaseIds }).catch(() => undefined);
      if (table === undefined) return;
      for (const { testId, elsewhere, given } of table.tests) {
        const test = known.tests.get(testId) ?? { elsewhere, given: new Map<string, number[]>() };
        for (const { diseaseId, chances } of given) test.given.set(diseaseId, chances);
        known.tests.set(testId, test);
      }
      for (const id of diseaseIds) known.asked.add(id);
    }
  }
}

const testsOf = ({ task }: Round, { testIds }: Pick<CaseVocabulary, 'testIds'>): string[] =>
  task.task === 'next-test'
    ? task.spec.options.map(({ id }) => id).filter((id) => id !== NO_TEST_YET && testIds.has(id))
    : [];
