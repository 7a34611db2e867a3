import { useEffect, useRef, useState } from 'react';
import { Pace } from './pace';
import { usePhoneState } from './use-phone-room';

/** What of the page is news: its heading, and where one's answer and the connection are. */
const NEWS = '.ph h1, .ph-note';

const newsOnPage = (): string =>
  [...document.querySelectorAll(NEWS)].map(({ textContent }) => textContent).join('. ');

/** Tells those who do not see the page when it is about something else now. */
export function Announcer() {
  usePhoneState();
  const region = useRef<HTMLParagraphElement>(null);
  const [pace] = useState(
    () =>
      new Pace((text) => {
        if (region.current !== null) region.current.textContent = text;
      }),
  );
  useEffect(() => {
    pace.say(newsOnPage());
  });
  useEffect(
    () => () => {
      pace.stop();
    },
    [pace],
  );
  return <p ref={region} className="vh" role="status" />;
}
