import { itKeepsEntries } from '../conformance/log-entries';
import { openLogRig, type LogRig } from '../fixtures/log-rig';

describe('the log in Postgres', () => {
  let rig: LogRig;

  beforeEach(async () => {
    rig = await openLogRig();
  });

  afterEach(() => rig.close());

  itKeepsEntries(() => rig.log);
});
