import { useEffect, useState } from 'react';
import { Announcer } from './Announcer';
import { codeOf, JOIN_PATH, roomPath } from './address';
import { CodePage } from './CodePage';
import { RoomPage } from './RoomPage';
import { PhoneRoomProvider, useRoomOf } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** The page for phones: a code, and the room behind it. */
export function PhoneApp({ launchedTo = null }: { launchedTo?: string | null }) {
  const [code, setCode] = useState(() => launchedTo ?? codeOf(location));
  useEffect(() => {
    const follow = () => {
      setCode(codeOf(location));
    };
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('popstate', follow);
    };
  }, []);
  useEffect(() => {
    // Only under the address of a room is the page kept on the phone.
    if (code !== null && launchedTo === null && !location.pathname.startsWith(roomPath('')))
      history.replaceState(null, '', roomPath(code) + location.search);
  }, [code, launchedTo]);
  const goTo = (next: string | null) => {
    history.pushState(null, '', next === null ? JOIN_PATH : roomPath(next));
    setCode(next);
  };
  if (code === null) return <CodePage onCode={goTo} />;
  return (
    <Room
      key={code}
      code={code}
      onLeave={() => {
        goTo(null);
      }}
    />
  );
}

function Room({ code, onLeave }: { code: string; onLeave: () => void }) {
  const { locale } = usePhoneWords();
  return (
    <PhoneRoomProvider value={useRoomOf(code, locale)}>
      <RoomPage onLeave={onLeave} />
      <Announcer />
    </PhoneRoomProvider>
  );
}
