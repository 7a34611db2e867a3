import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The bench is ESM, which Jest's CommonJS cannot load: an expression over one of its modules, in a Node of its own. */
function evaluate<T>(module: string, expression: string, ...given: unknown[]): T {
  const script = `
    const module = await import(${JSON.stringify(join(__dirname, module))});
    const value = await (${expression})(module, ...${JSON.stringify(given)});
    process.stdout.write(JSON.stringify(value ?? null));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return JSON.parse(out) as T;
}

describe('the operations of a day', () => {
  it('are told apart by the routes of the contract', () => {
    const operations = {
      one: { method: 'get', path: '/v1/cases/{id}' },
      check: { method: 'post', path: '/v1/cases/check' },
      act: { method: 'post', path: '/v1/cases/{id}:submit' },
      any: { method: 'post', path: '/v1/cases/{id}' },
    };
    const asked = [
      ['GET', '/v1/cases/17?lang=en'],
      ['POST', '/v1/cases/check'],
      ['POST', '/v1/cases/17:submit'],
      ['POST', '/v1/cases/17'],
      ['GET', '/v1/cases/17/more'],
    ];
    const routes = evaluate(
      'operations.mjs',
      '({ routesOf }, operations, asked) => asked.map(([method, path]) => routesOf(operations)(method, path) ?? null)',
      operations,
      asked,
    );
    expect(routes).toEqual([
      'GET /v1/cases/{id}',
      'POST /v1/cases/check',
      'POST /v1/cases/{id}:submit',
      'POST /v1/cases/{id}',
      null,
    ]);
  });

  it('are counted whoever asks, refusals and lines that break apart, streams until they are open', () => {
    const rows = evaluate(
      'operations.mjs',
      `async ({ WatchedOperations }) => {
        const { createServer } = await import('node:http');
        const server = createServer(({ url }, response) => {
          if (url === '/busy') response.writeHead(503, { 'retry-after': '1' }).end();
          else if (url === '/broken') response.destroy();
          else if (url === '/events') response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1');
          else response.end('{}');
        });
        await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
        const origin = 'http://127.0.0.1:' + server.address().port;
        const operations = new WatchedOperations(origin, (method, path) => method + ' ' + path);
        for (const path of ['/well', '/well', '/busy']) await (await fetch(origin + path)).text();
        await fetch(origin + '/broken').catch(() => undefined);
        const stop = new AbortController();
        await fetch(origin + '/events', { signal: stop.signal });
        operations.stop();
        stop.abort();
        server.closeAllConnections();
        server.close();
        return operations.rows();
      }`,
    );
    expect(rows).toEqual([
      { route: 'GET /broken', count: 0, refused: 0, broken: 1 },
      { route: 'GET /busy', count: 0, refused: 1, broken: 0 },
      expect.objectContaining({ route: 'GET /events', count: 1, refused: 0, broken: 0 }),
      expect.objectContaining({ route: 'GET /well', count: 2, refused: 0, broken: 0 }),
    ]);
  });
});

describe('the memory of a day', () => {
  const looksOf = (mbAt: (minute: number) => number) =>
    Array.from({ length: 31 }, (_, minute) => ({ minute, mb: { gateway: mbAt(minute) } }));
  const riseOf = (looks: unknown) =>
    evaluate<{ slope: number; error: number; flat: boolean } | null>(
      'memory.mjs',
      "({ riseOf }, looks) => riseOf(looks, 'gateway')",
      looks,
    );

  it('is flat where it goes up and down, and whatever it does in the first minutes', () => {
    const rise = riseOf(looksOf((minute) => (minute < 5 ? 20 * minute : 200) + 8 * (minute % 3)));
    expect(rise).toMatchObject({ flat: true });
    expect(Math.abs(rise?.slope ?? 1)).toBeLessThan(0.1);
  });

  it('is not where it rises, be it slowly', () => {
    const rise = riseOf(looksOf((minute) => 200 + minute));
    expect(rise?.slope).toBeCloseTo(1, 9);
    expect(rise?.error).toBeCloseTo(0, 9);
    expect(rise?.flat).toBe(false);
  });

  it('is not judged after a day of a few minutes', () => {
    expect(riseOf(looksOf(() => 200).slice(0, 7))).toBeNull();
  });
});

describe('what a service holds', () => {
  it('is told by the service itself, without its garbage', () => {
    const [before, after] = evaluate<[number, number]>(
      'live.mjs',
      `async ({ LiveHeaps }) => {
        const { fork } = await import('node:child_process');
        const { writeFileSync, mkdtempSync, rmSync } = await import('node:fs');
        const dir = mkdtempSync((await import('node:os')).tmpdir() + '/held-');
        const main = dir + '/main.cjs';
        writeFileSync(main, \`
          let garbage = [];
          for (let each = 0; each < 1e6; each += 1) garbage = [garbage.length, { each }];
          const kept = [];
          process.on('message', () => { for (let each = 0; each < 1e6; each += 1) kept.push({ each }); process.send('kept'); });
          process.send('ready');\`);
        const heaps = new LiveHeaps();
        const child = fork(main, [], { env: { ...process.env, ...heaps.env } });
        const next = () => new Promise((resolve) => child.once('message', resolve));
        await next();
        const before = await heaps.look({ child: child.pid });
        const kept = next();
        child.send('keep');
        await kept;
        const after = await heaps.look({ child: child.pid });
        child.kill();
        heaps.close();
        rmSync(dir, { recursive: true });
        return [before.child, after.child];
      }`,
    );
    expect(before).toBeLessThan(15);
    expect(after - before).toBeGreaterThan(15);
  });
});

describe('the page of a day', () => {
  const day = (lost: number) => ({
    backend: 'Postgres',
    operations: [{ route: 'POST /v1/runs', count: 3, p50: 100, p99: 2_000, refused: 1, broken: 0 }],
    processor: { gateway: 40 },
    looks: [{ minute: 0, mb: { gateway: 200 } }],
    held: [5, 10, 15].map((minute) => ({ minute, mb: { gateway: 50 + minute } })),
    accepted: { runs: { of: 3, lost }, answers: { of: 9, lost: 0 }, edits: { of: 2, lost: 0 } },
    calls: { calls: 5, late: 1 },
  });

  it('says what was lost, which is what the bench ends with', () => {
    const [page, well, lost] = evaluate<[string, boolean, boolean]>(
      'page.mjs',
      '(m, days) => [m.pageOfDays([days[1]]), m.hasLost([days[0]]), m.hasLost(days)]',
      [day(0), day(2)],
    );
    expect(page).toContain('| `POST /v1/runs` | 3 | 100 ms | 2000 ms | 1 | 0 |');
    expect(page).toContain('never completed | 3 | 2 |');
    expect([well, lost]).toEqual([false, true]);
    expect(page).toContain('| 10 | 60 |\n');
    expect(page).toContain('| rise from minute 5 on, MB a minute | 1.00 ± 0.00 |');
  });
});
