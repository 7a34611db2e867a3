// Pages of launches (LTI 1.3): what a platform's storage keeps for us (LTI Client Side postMessages 1.0, LTI Platform Storage 1.0),
// a page that no frame holds, and the end of a registration. Messages go to the origin that the page names, never to whoever frames us.
const WAIT_MS = 1000;
const act = document.querySelector('[data-act]');

/** The frame or window that keeps things for us. */
function keeper(target) {
  const above = window.opener ?? window.parent;
  if (target === '_parent') return above;
  try {
    return above.frames[target] ?? above;
  } catch {
    return above;
  }
}

/** Asks the storage, and gives its answer; null if there is none in time. */
function ask({ target, origin }, message) {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), WAIT_MS);
    addEventListener('message', (event) => {
      if (event.origin !== origin || event.data?.message_id !== id) return;
      clearTimeout(timer);
      resolve(event.data);
    });
    keeper(target).postMessage({ ...message, message_id: id }, origin);
  });
}

async function keep({ key, value, next, ...storage }) {
  await ask(storage, { subject: 'lti.put_data', key, value });
  location.replace(next);
}

async function prove(form, { key, ...storage }) {
  const answer = await ask(storage, { subject: 'lti.get_data', key });
  form.elements.namedItem('secret').value = typeof answer?.value === 'string' ? answer.value : '';
  form.submit();
}

switch (act?.dataset.act) {
  case 'keep':
    void keep({ ...act.dataset });
    break;
  case 'prove':
    void prove(act, { ...act.dataset });
    break;
  case 'window':
    // The ticket goes on only where no site is around this page.
    if (window.top === window) location.replace(act.dataset.next);
    break;
  case 'close':
    // Says nothing but that it is over (LTI Dynamic Registration 1.0, section 3.7), to a window that we cannot name.
    (window.opener ?? window.parent).postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
    break;
}
