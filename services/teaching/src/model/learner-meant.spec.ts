import { newId } from '@openrounds/platform';
import { withoutTexts } from './learner-meant';

describe('withoutTexts', () => {
  it('withholds what somebody said in a room', () => {
    const said = {
      kind: 'comment',
      roomId: newId(),
      number: 1,
      text: 'So tired',
      at: '2026-11-20T09:00:00.000Z',
    } as const;
    expect(withoutTexts(said)).toEqual({ ...said, text: '[withheld]' });
  });
});
