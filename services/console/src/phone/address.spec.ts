import { codeOf, readCode, roomPath, spacedCode } from './address';

const codeAt = (address: string): string | null => codeOf(new URL(address, 'http://room'));

describe('the address of a room', () => {
  it('holds its code', () => {
    expect(codeAt(roomPath('048213'))).toBe('048213');
    expect(codeAt('/j/048213/')).toBe('048213');
    expect(codeAt('/join?code=048213')).toBe('048213');
    expect([codeAt('/join'), codeAt('/j/12345'), codeAt('/j/12345a'), codeAt('/j/1234567')]).toEqual([
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
