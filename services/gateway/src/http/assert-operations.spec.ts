import { Controller } from '@nestjs/common';
import { assertOperationsHandled } from './assert-operations';
import { CONTROLLERS } from './controllers';
import { Operate } from './operate';

@Controller()
class Half {
  @Operate('listCases')
  list(): void {}
  @Operate('getRun')
  read(): void {}
  @Operate('getRun')
  readAgain(): void {}
  notAnOperation(): void {}
}

describe('assertOperationsHandled', () => {
  it('finds exactly one handler for every operation of the contract', () => {
    expect(() => {
      assertOperationsHandled(CONTROLLERS);
    }).not.toThrow();
  });

  it('names every operation without a handler and every one with two', () => {
    expect(() => {
      assertOperationsHandled([Half], ['listCases', 'getRun', 'eraseCase', 'whatIf']);
    }).toThrow(
      'The API is not complete: eraseCase has no handler; whatIf has no handler; getRun has two handlers',
    );
  });

  it('counts a handler of one controller against the same in another', () => {
    expect(() => {
      assertOperationsHandled([...CONTROLLERS, Half]);
    }).toThrow(/listCases has two handlers; getRun has two handlers/);
  });
});
