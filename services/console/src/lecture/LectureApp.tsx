import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProvider } from '../api/context';
import { HttpClient } from '../api/http';
import { OpenRoundsApi } from '../api/openrounds';
import { SessionGate } from '../app/SessionGate';
import { HatchPatterns } from '../charts/HatchPatterns';
import { LectureApiProvider } from './context';
import { ControlPage } from './ControlPage';
import { LectureApi } from './lecture-api';
import { readLecture } from './lecture-address';
import { NewRoomPage } from './NewRoomPage';
import { WallPage } from './WallPage';

const http = new HttpClient();
const api = new OpenRoundsApi(http);
const lectureApi = new LectureApi(http);
// The server may be this very computer: whether there is a network says nothing about it.
const queryClient = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: 1, refetchOnWindowFocus: false } },
});

/** Rooms that one leads: a new one, its control, and the screen for the class. */
export function LectureApp() {
  const [address] = useState(() => readLecture(location.search));
  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider value={api}>
        <LectureApiProvider value={lectureApi}>
          <HatchPatterns />
          <SessionGate http={http}>
            {address.code === null ? (
              <NewRoomPage caseId={address.caseId} />
            ) : address.isWall ? (
              <WallPage code={address.code} />
            ) : (
              <ControlPage code={address.code} />
            )}
          </SessionGate>
        </LectureApiProvider>
      </ApiProvider>
    </QueryClientProvider>
  );
}
