import { continueTrace } from './traceparent';

describe('continueTrace', () => {
  const incoming = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

  it('keeps trace id and flags and takes a new parent id', () => {
    const next = continueTrace(incoming);
    expect(next).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
    expect(next).not.toBe(incoming);
  });

  it.each([undefined, '', 'nonsense', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `${incoming}-x`])(
    'begins a new trace for %p',
    (header) => {
      expect(continueTrace(header)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      expect(continueTrace(header)).not.toContain('4bf92f3577b34da6a3ce929d0e0e4736');
    },
  );
});
