import { Health, Unhealthy } from './health';

describe('Health', () => {
  it('names every dependency, and repeats of an error only what was meant to be read', async () => {
    const health = new Health();
    health.register('database', () => Promise.reject(new Error('no route to 10.0.0.7')));
    health.register('log-head', () => Promise.reject(new Unhealthy('the database went back')));
    health.register('queue', () => Promise.resolve());
    expect(await health.report()).toEqual({
      status: 'unavailable',
      dependencies: {
        database: { status: 'down', detail: 'no answer' },
        'log-head': { status: 'down', detail: 'the database went back' },
        queue: { status: 'up' },
      },
    });
  });
});
