import { Pace } from './pace';

describe('what a page says aloud', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const listener = (): { heard: string[]; pace: Pace } => {
    const heard: string[] = [];
    return { heard, pace: new Pace((text) => heard.push(text)) };
  };

  it('comes at once, then at most once in ten seconds, and is the newest', () => {
    const { heard, pace } = listener();
    for (const text of ['open', 'saved', 'in the room']) pace.say(text);
    expect(heard).toEqual(['open']);
    jest.advanceTimersByTime(9_999);
    expect(heard).toEqual(['open']);
    jest.advanceTimersByTime(1);
    expect(heard).toEqual(['open', 'in the room']);
    pace.say('closed');
    jest.advanceTimersByTime(10_000);
    expect(heard).toEqual(['open', 'in the room', 'closed']);
  });

  it('is not repeated, nor said when it has passed meanwhile', () => {
    const { heard, pace } = listener();
    for (const text of ['live', 'lost', 'live']) pace.say(text);
    jest.advanceTimersByTime(30_000);
    pace.say('live');
    expect(heard).toEqual(['live']);
  });

  it('ends with the page', () => {
    const { heard, pace } = listener();
    pace.say('one');
    pace.say('two');
    pace.stop();
    jest.advanceTimersByTime(30_000);
    expect(heard).toEqual(['one']);
  });
});
