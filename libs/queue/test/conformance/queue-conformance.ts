import { describeFlows } from './flows';
import { describeJobs } from './jobs';
import { describeRecovery } from './recovery';
import { describeRequests } from './requests';
import { describeSignatures } from './signatures';
import { describeVersions } from './versions';
import { type BackendUnderTest } from './backend-under-test';

/**
 * What every backend of libs/queue must do: run by one test file for each backend.
 *
 * @param options `kills`: whether workers are killed too, half a minute of processes that start
 */
export function describeQueueConformance(
  name: string,
  openBackend: () => Promise<BackendUnderTest>,
  { kills = true }: { readonly kills?: boolean } = {},
): void {
  describe(`queues on ${name}`, () => {
    const held: { backend?: BackendUnderTest } = {};
    const backend = () => {
      if (!held.backend) throw new Error('the backend is not open');
      return held.backend;
    };

    beforeAll(async () => {
      held.backend = await openBackend();
    });
    afterAll(() => held.backend?.dispose());

    describeJobs(backend);
    describeFlows(backend);
    describeRequests(backend);
    if (kills) describeRecovery(backend);
    describeSignatures(backend);
    describeVersions(backend);
  });
}
