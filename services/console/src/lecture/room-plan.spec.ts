import { TASKS } from './question-draft';
import {
  countOf,
  firstPlan,
  MOST_QUESTIONS,
  moved,
  questionAt,
  type RoomPlan,
  roundsOf,
  studentsOf,
  withoutQuestion,
  withQuestion,
  withTeams,
} from './room-plan';

const tasksOf = (plan: RoomPlan) => plan.map((stage) => stage.map(({ task }) => task));

describe('a rehearsal', () => {
  it.each([
    ['40', 40],
    [' 2000 ', 2_000],
    ['', null],
    ['0', null],
    ['2001', null],
    ['4.5', null],
    ['many', null],
  ])('with %p students has %p', (typed, students) => {
    expect(studentsOf(typed)).toBe(students);
  });
});

describe('the plan of a room', () => {
  it('asks a differential at every stage, with two minutes', () => {
    expect(roundsOf(firstPlan(2), [], 'en')).toEqual([
      { stageNo: 1, seconds: 120, task: { task: 'differential' } },
      { stageNo: 2, seconds: 120, task: { task: 'differential' } },
    ]);
  });

  it('takes several questions a stage, the same kind too, in an order of one’s own', () => {
    const three = withQuestion(withQuestion(firstPlan(2), 0, 'representation'), 0, 'differential');
    expect(tasksOf(three)).toEqual([['differential', 'representation', 'differential'], ['differential']]);
    const [, sentence] = three[0] ?? [];
    const up = moved(three, sentence?.key ?? 0, -1);
    expect(tasksOf(up)[0]).toEqual(['representation', 'differential', 'differential']);
    expect(moved(up, sentence?.key ?? 0, -1)).toEqual(up);
    expect(tasksOf(withoutQuestion(up, sentence?.key ?? 0))[0]).toEqual(['differential', 'differential']);
  });

  it('tells its questions apart, whatever was taken out', () => {
    const plan = withQuestion(withoutQuestion(withQuestion(firstPlan(1), 0, 'vote'), 1), 0, 'vote');
    expect(new Set(plan.flat().map(({ key }) => key)).size).toBe(2);
  });

  it('has no more questions than a room takes', () => {
    const full = Array.from({ length: 50 }).reduce<RoomPlan>(
      (plan, _, at) => withQuestion(plan, 0, TASKS[at % TASKS.length] ?? 'vote'),
      firstPlan(1),
    );
    expect(countOf(full)).toBe(MOST_QUESTIONS);
  });

  it('asks every differential of teams too, and counts so', () => {
    const plan = withQuestion(firstPlan(2), 0, 'vote');
    const asked = withTeams(roundsOf(plan, [], 'en'));
    expect(asked.map(({ task, answerBy }) => [task.task, answerBy ?? 'each'])).toEqual([
      ['differential', 'each'],
      ['differential', 'team'],
      ['vote', 'each'],
      ['differential', 'each'],
      ['differential', 'team'],
    ]);
    expect([countOf(plan), countOf(plan, true)]).toEqual([3, asked.length]);
  });

  it('finds the question that an error points at', () => {
    const plan = withQuestion(firstPlan(2), 0, 'vote');
    expect(questionAt(plan, '/rounds/1/task/spec/options', false)?.task).toBe('vote');
    expect(questionAt(plan, '/body/rounds/2/seconds', false)).toBe(plan[1]?.[0]);
    expect(questionAt(plan, '/settings/language', false)).toBeUndefined();
  });

  it('finds it among the rounds that teams answer, too', () => {
    const plan = withQuestion(firstPlan(2), 0, 'vote');
    const rounds = withTeams(roundsOf(plan, [], 'en'));
    const found = rounds.map((_, at) => questionAt(plan, `/rounds/${String(at)}/seconds`, true)?.task);
    expect(found).toEqual(rounds.map(({ task }) => task.task));
    expect(found).toEqual(['differential', 'differential', 'vote', 'differential', 'differential']);
  });
});
