import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ApiProvider } from '../api/context';
import { ApiError, HttpClient } from '../api/http';
import { OpenRoundsApi } from '../api/openrounds';
import { DraftProvider } from '../case-room/DraftProvider';
import type { Session } from '../api/types';
import { CurrentPage } from './CurrentPage';
import { HatchPatterns } from '../charts/HatchPatterns';
import { useWords } from '../i18n/use-words';
import { Header } from './Header';
import { SessionGate } from './SessionGate';

const RETRIES = 2;
const http = new HttpClient();
const api = new OpenRoundsApi(http);
const queryClient = new QueryClient({
  defaultOptions: {
    // The server may be this very computer: whether there is a network says nothing about it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      // A problem document is an answer: asking again would bring the same one.
      retry: (failures, error) =>
        !(error instanceof ApiError && error.kind === 'problem') && failures < RETRIES,
      refetchOnWindowFocus: false,
    },
  },
});

export function App() {
  const { locale } = useWords();
  const [session, setSession] = useState<Session | null>(null);
  return (
    <I18nProvider locale={locale === 'zh' ? 'zh-CN' : 'en-GB'}>
      <QueryClientProvider client={queryClient}>
        <ApiProvider value={api}>
          {/* Above the gate: what was typed outlives a session that ends. */}
          <DraftProvider>
            <HatchPatterns />
            <Header session={session} />
            <CurrentPage
              gated={(page) => (
                <SessionGate http={http} onSession={setSession}>
                  {page}
                </SessionGate>
              )}
            />
          </DraftProvider>
        </ApiProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}
