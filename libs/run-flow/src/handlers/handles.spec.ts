import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, NestFactory } from '@nestjs/core';
import { type GetCheckpointPayload, type LogCheckpoint, type RunFailedPayload } from '@openrounds/contracts';
import { discoverHandlers, Handles, processorsAmong, respondersAmong } from './handles';

@Injectable()
class Told {
  readonly runs: string[] = [];
}

@Handles('gateway', 'run-failed.v1')
class RunFailedProcessor {
  readonly scrubWhenDone = true;

  constructor(private readonly told: Told) {}

  handle({ meta }: RunFailedPayload): Promise<null> {
    this.told.runs.push(meta.runId);
    return Promise.resolve(null);
  }
}

const CHECKPOINT = { origin: 'log', size: 0, rootHash: '', note: '', publicKey: '', cosignatures: [] };

@Handles('explanation-log-interactive', 'get-checkpoint.v1')
class GetCheckpointResponder {
  answer(_asked: GetCheckpointPayload): Promise<LogCheckpoint> {
    return Promise.resolve(CHECKPOINT);
  }
}

@Module({ providers: [Told, RunFailedProcessor, GetCheckpointResponder] })
class SomeServiceModule {}

@Module({ imports: [DiscoveryModule, SomeServiceModule] })
class RootModule {}

describe('Handles', () => {
  it('has the providers of all modules found, built with what their constructors name', async () => {
    const app = await NestFactory.createApplicationContext(RootModule, { logger: false });
    const found = discoverHandlers(app.get(DiscoveryService));
    expect(found.map(({ constructor }) => constructor.name).sort()).toEqual([
      'GetCheckpointResponder',
      'RunFailedProcessor',
    ]);
    const [processor] = found.filter((each) => each instanceof RunFailedProcessor);
    await processor?.handle({ meta: { runId: 'run-1' } } as RunFailedPayload);
    expect(app.get(Told).runs).toEqual(['run-1']);
    await app.close();
  });

  it('tells the queue library which job a handler serves, and how', () => {
    const handlers = [new RunFailedProcessor(new Told()), new GetCheckpointResponder()];
    expect(processorsAmong(handlers)).toMatchObject([
      { queue: 'gateway', job: 'run-failed.v1', scrubWhenDone: true },
    ]);
    expect(respondersAmong(handlers)).toMatchObject([
      { queue: 'explanation-log-interactive', job: 'get-checkpoint.v1' },
    ]);
  });

  it('takes no class that does not fit its job', () => {
    // @ts-expect-error the payload is another job's
    @Handles('gateway', 'run-failed.v1')
    class OtherPayload {
      handle(_payload: { table: string }): Promise<null> {
        return Promise.resolve(null);
      }
    }
    // @ts-expect-error what is asked must be answered
    @Handles('explanation-log-interactive', 'get-checkpoint.v1')
    class NoAnswer {
      handle(): Promise<null> {
        return Promise.resolve(null);
      }
    }
    expect([OtherPayload, NoAnswer]).toHaveLength(2);
  });
});
