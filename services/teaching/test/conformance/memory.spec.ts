import { type AppendErasurePayload } from '@openrounds/contracts';
import { MemoryCases } from '../doubles/memory-cases';
import { MemoryForecasts } from '../doubles/memory-forecasts';
import { MemoryPeople } from '../doubles/memory-people';
import { MemoryRooms } from '../doubles/memory-rooms';
import { itKeepsCases } from './case-store';
import { itKeepsForecasts } from './forecast-store';
import { itPlaysHistories } from './histories';
import { itKeepsPeople } from './people-stores';
import { itKeepsRooms } from './rooms';

const idsOf = (records: readonly Pick<AppendErasurePayload, 'recordId'>[]) =>
  records.map(({ recordId }) => recordId);

describe('the store of cases in memory', () => {
  itKeepsCases(() => {
    const store = new MemoryCases();
    return { store, logged: () => Promise.resolve(idsOf(store.records)) };
  });
});

describe('the store of forecasts in memory', () => {
  itKeepsForecasts(() => {
    const store = new MemoryForecasts();
    return { store, sent: () => Promise.resolve(store.sent) };
  });
});

describe('the store of rooms in memory', () => {
  itKeepsRooms(() => {
    const store = new MemoryRooms();
    const logged = () => Promise.resolve(idsOf([...store.records, ...store.erasures]));
    return { rooms: store, answers: store, comments: store, logged };
  });
  itPlaysHistories(() => {
    const store = new MemoryRooms();
    return { rooms: store, answers: store, comments: store };
  }, 80);
});

describe('the stores of people in memory', () => {
  itKeepsPeople(() => {
    const { classes, learners, told, records } = new MemoryPeople();
    const logged = () => Promise.resolve(idsOf(records));
    return { classes, learners, told: () => Promise.resolve(told), logged };
  });
});
