/** For `node --require`: a process whose clock is wrong by CLOCK_AHEAD_MS. */
const Own = Date;
const now = () => Own.now() + Number(process.env.CLOCK_AHEAD_MS);

globalThis.Date = new Proxy(Own, {
  construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
  apply: () => new Own(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});
