import { type KindsAbove, keyOfSlots, partPatterns, type Worded } from './part-patterns';

const worded = (findingId: string, slots: string): Worded => ({
  slots: slots.split(' '),
  denies: false,
  sense: { kind: 'finding', findingId },
});

const KINDS: Readonly<Record<string, readonly string[]>> = { 'choking-at-night': ['choking'] };
const above: KindsAbove = (findingId) => KINDS[findingId] ?? [];

const GASPING = [
  'times:night acts:wake qualities:gasping',
  'functions:sleep acts:wake qualities:gasping',
  'qualities:gasping acts:wake word:partner',
].map((slots) => worded('choking-at-night', slots));

const told = (wordings: readonly Worded[], known: ReadonlySet<string> = new Set()): string[] =>
  partPatterns(wordings, known, above).map(
    ({ slots, sense }) => `${keyOfSlots(slots)} = ${'findingId' in sense ? sense.findingId : ''}`,
  );

describe('partPatterns', () => {
  const PAIR = 'acts:wake qualities:gasping';

  it('tells a finding by what its wordings have in common', () => {
    expect(told(GASPING)).toEqual([`${PAIR} = choking-at-night`]);
  });

  it('wants more wordings of two concepts than of several', () => {
    expect(told(GASPING.slice(1))).toEqual([]);
    const longer = ['colours:grey', 'counts:many'].map((one) =>
      worded('choking-at-night', `${PAIR} times:night ${one}`),
    );
    expect(told(longer)).toEqual([`${PAIR} times:night = choking-at-night`]);
  });

  it('tells nothing by what another finding is told by as well', () => {
    expect(told([...GASPING, worded('panic', `${PAIR} heads:fear`)])).toEqual([]);
  });

  it('tells the more general of two findings of which one is a kind of the other', () => {
    expect(told([...GASPING, worded('choking', `${PAIR} heads:choking`)])).toEqual([`${PAIR} = choking`]);
  });

  it('leaves to whole wordings what they tell', () => {
    expect(told(GASPING, new Set([PAIR]))).toEqual([]);
  });

  it('leaves out nothing that turns the meaning round', () => {
    const unable = ['times:night', 'times:morning', 'functions:sleep'].map((one) =>
      worded('choking-at-night', `${one} ability:unable functions:gait`),
    );
    expect(told(unable)).toEqual(['ability:unable functions:gait = choking-at-night']);
  });

  it('takes a complaint at its place for no special kind of it', () => {
    const calf = ['acts:press', 'acts:walk', 'qualities:sharp'].map((one) =>
      worded('choking-at-night', `${one} heads:pain sites:calf`),
    );
    expect(told(calf)).toEqual([]);
  });

  it('leaves out no context that every name of the finding tells', () => {
    const inLabour = ['qualities:tearing', 'colours:pale', 'functions:gait'].map((one) =>
      worded('pain-in-labour', `times:labour heads:pain heads:contraction ${one}`),
    );
    const name = { ...worded('pain-in-labour', 'times:labour heads:pain'), isName: true };
    const parts = told([...inLabour, name]);
    expect(parts).toContain('heads:contraction heads:pain times:labour = pain-in-labour');
    expect(parts.filter((part) => !part.includes('times:labour'))).toEqual([]);
  });

  it('does not take a test that was done for its result', () => {
    const percussed = ['sites:chest', 'sites:lung', 'sites:back'].map((one) =>
      worded('dull-percussion', `tests:percussion qualities:dull acts:percuss ${one}`),
    );
    expect(told(percussed).filter((part) => !part.includes('qualities:dull'))).toEqual([]);
  });
});
