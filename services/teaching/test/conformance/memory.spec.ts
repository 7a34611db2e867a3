import { MemoryCases } from '../doubles/memory-cases';
import { MemoryForecasts } from '../doubles/memory-forecasts';
import { itKeepsCases } from './case-store';
import { itKeepsForecasts } from './forecast-store';

describe('the store of cases in memory', () => {
  itKeepsCases(() => new MemoryCases());
});

describe('the store of forecasts in memory', () => {
  itKeepsForecasts(() => {
    const store = new MemoryForecasts();
    return { store, sent: () => Promise.resolve(store.sent) };
  });
});
