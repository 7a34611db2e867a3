/** "1 passage", "12 passages". */
export const countOfPassages = (count: number): string =>
  `${String(count)} ${count === 1 ? 'passage' : 'passages'}`;
