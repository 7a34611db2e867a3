import { StatementNames } from './preparing-client';

describe('StatementNames', () => {
  it('names a statement from its second time on, and always the same', () => {
    const names = new StatementNames();
    expect(names.of('SELECT $1')).toBeUndefined();
    const name = names.of('SELECT $1');
    expect(name).toMatch(/^openrounds-[0-9a-f]{16}$/);
    expect(names.of('SELECT $1')).toBe(name);
    names.of('SELECT $1 + 1');
    expect(names.of('SELECT $1 + 1')).not.toBe(name);
  });

  it('names no more than 200, and forgets what came once among very many', () => {
    const names = new StatementNames();
    names.of('rare');
    for (let n = 0; n < 1_000; n += 1) names.of(`once ${String(n)}`);
    expect(names.of('rare')).toBeUndefined();
    const named = (n: number) => [names.of(`twice ${String(n)}`), names.of(`twice ${String(n)}`)][1];
    for (let n = 0; n < 200; n += 1) expect(named(n)).toBeDefined();
    expect(named(200)).toBeUndefined();
    expect(named(0)).toBeDefined();
  });
});
