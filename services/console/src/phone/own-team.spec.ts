import { firstState, type PhoneState } from './phone-state';
import { hasOtherPen, isWriter } from './own-team';

const MEMORY = { joinKey: 'k', seat: { number: 2, token: 't', resumeCode: 'r' }, outbox: {}, drafts: {} };

function stateOf(pens: readonly (number | null)[] | undefined, pen: number | null | undefined): PhoneState {
  const teams = { size: 2, by: 'number', formed: true, count: 2, ...(pens !== undefined && { pens }) };
  const team = pen === undefined ? null : { no: 2, members: [2, 4], pen };
  return {
    ...firstState('482713', MEMORY, [], null),
    frame: { teams, round: { answerBy: 'team' } } as unknown as PhoneState['frame'],
    mine: { team } as unknown as PhoneState['mine'],
  };
}

describe('the pen of one’s team', () => {
  it.each([
    [[1, 4], 4, false],
    [[1, 2], 4, true],
    [[1, 2], undefined, true],
    [undefined, 4, false],
  ] as const)('with pens %j and %j known: asks anew %j', (pens, pen, asks) => {
    expect(hasOtherPen(stateOf(pens, pen))).toBe(asks);
  });

  it('is with this phone or with another; without teams everybody writes', () => {
    expect(isWriter(stateOf([1, 2], 2))).toBe(true);
    expect(isWriter(stateOf([1, 4], 4))).toBe(false);
    expect(isWriter(stateOf([1, 4], undefined))).toBe(false);
    expect(isWriter({ ...stateOf([1, 4], 4), frame: null })).toBe(true);
  });
});
