import { Inject, Injectable } from '@nestjs/common';
import { DomainError, ReplayableRecord, type Replay } from '@openrounds/contracts';
import { replayRecord } from '@openrounds/ranking';
import { ENGINES, type Engines } from '../ports/engines';
import { rejected } from './rejected';

/** Computes the answer of a frozen record again, with the knowledge that the record names. Nothing is read but the record. */
@Injectable()
export class ReplayRun {
  constructor(@Inject(ENGINES) private readonly engines: Engines) {}

  /**
   * @throws BundleError when the knowledge version is not there
   * @throws DomainError `case-not-understood` where it is no record of a run, or the engine of now refuses its facts
   */
  async execute(value: unknown): Promise<Replay> {
    const read = ReplayableRecord.safeParse(value);
    if (!read.success) throw new DomainError('case-not-understood', 'This is not the record of a run');
    const { versions, facts } = read.data;
    const engine = await this.engines.of(versions.knowledge, facts.setting);
    const outcome = replayRecord(engine, read.data);
    if (!outcome.ok) throw rejected(outcome.rejection);
    return outcome.value;
  }
}
