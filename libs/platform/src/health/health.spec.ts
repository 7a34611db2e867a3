import { Health, Unhealthy } from './health';

const up = () => Promise.resolve();
const down = () => Promise.reject(new Error('postgres://gateway:secret@db'));

function healthOf(checks: Record<string, () => Promise<unknown>>): Health {
  const health = new Health();
  for (const [name, check] of Object.entries(checks)) health.register(name, check);
  health.canDoWithout('queue');
  return health;
}

describe('Health', () => {
  it.each([
    ['ok', up, up],
    ['degraded', up, down],
    ['unavailable', down, up],
    ['unavailable', down, down],
  ] as const)('is %s by what is down and whether the service needs it', async (status, database, queue) => {
    const report = await healthOf({ database, queue }).report();
    expect(report.status).toBe(status);
    expect(report.dependencies).toMatchObject({
      database: { status: database === up ? 'up' : 'down' },
      queue: { status: queue === up ? 'up' : 'down' },
    });
  });

  it('names every dependency, and repeats of an error only what was meant to be read', async () => {
    const health = new Health();
    health.register('database', () => Promise.reject(new Error('no route to 10.0.0.7')));
    health.register('log-head', () => Promise.reject(new Unhealthy('the database went back')));
    health.register('queue', () => Promise.resolve());
    health.register(
      'language-model',
      () => Promise.resolve(),
      () => 'asked by text',
    );
    expect(await health.report()).toEqual({
      status: 'unavailable',
      dependencies: {
        database: { status: 'down', detail: 'no answer' },
        'log-head': { status: 'down', detail: 'the database went back' },
        queue: { status: 'up' },
        'language-model': { status: 'up', detail: 'asked by text' },
      },
    });
  });
});
