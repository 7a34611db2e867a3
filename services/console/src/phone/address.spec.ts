import { codeOf, readCode, roomPath, spacedCode } from './address';

describe('the address of a room', () => {
  it('holds its code', () => {
    expect(codeOf(roomPath('048213'))).toBe('048213');
    expect(codeOf('/j/048213/')).toBe('048213');
    expect([codeOf('/join'), codeOf('/j/12345'), codeOf('/j/12345a'), codeOf('/j/1234567')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['482713', '482713'],
    [' 482 713 ', '482713'],
    ['482-713', '482713'],
    ['４８２７１３', '482713'],
    ['48271', null],
    ['48271x', null],
    ['', null],
  ])('reads %j as %j', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it('is shown in two groups', () => {
    expect(spacedCode('482713')).toBe('482 713');
  });
});
