"""Sends calls and reads what comes back. What failed on the way is sent again where that does it only once."""

from __future__ import annotations

import json
import time
import uuid
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from types import TracebackType
from typing import Any, Dict, Iterator, Mapping, NamedTuple, Optional, Sequence, Tuple, Type, Union
from urllib.parse import quote, urlencode, urlsplit

from .types import Problem

LONGEST_PAUSE_SECONDS = 30.0
KEY = "Idempotency-Key"

Scalar = Union[str, int, float, bool, None]


class ProblemError(Exception):
    """The API refused: `problem` (RFC 9457) says why, and names the field that is wrong."""

    def __init__(self, status: int, problem: Problem) -> None:
        super().__init__(": ".join([f"{status} {problem['title']}", *filter(None, [problem.get("detail")])]))
        #: The HTTP status: 404, 409, 422, 429 …
        self.status = status
        self.problem = problem
        #: The code of the problem, as `invalid-request`.
        self.code = problem["type"].rsplit("/", 1)[-1]


class Event(NamedTuple):
    """A server-sent event: what `Last-Event-ID` takes, its type, and its data."""

    id: str
    type: str
    data: Any


class Events:
    """A stream of events (WHATWG HTML, section 9.2), read once, as they come. Leave its `with` to stop listening."""

    def __init__(self, connection: HTTPConnection, response: HTTPResponse) -> None:
        self._connection = connection
        self._response = response

    def __iter__(self) -> Iterator[Event]:
        fields: Dict[str, str] = {}
        for line in self._response:
            name, _, value = line.decode("utf-8").rstrip("\r\n").partition(":")
            value = value[1:] if value.startswith(" ") else value
            if name == "data" and "data" in fields:
                value = f"{fields['data']}\n{value}"
            if name:
                fields[name] = value
            elif "data" in fields:
                yield Event(fields.get("id", ""), fields.get("event", "message"), json.loads(fields["data"]))
                fields = {}
            else:
                fields = {}

    def close(self) -> None:
        self._response.close()
        self._connection.close()

    def __enter__(self) -> Events:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()


class Transport:
    """A connection for each request: it may be shared by threads."""

    def __init__(
        self,
        base_url: str,
        token: Optional[str] = None,
        *,
        language: Optional[str] = None,
        timeout: float = 60.0,
        retries: int = 3,
    ) -> None:
        """
        base_url: where the product is, as `https://rounds.example.edu`
        token: an API key, or the token of a room or a class
        language: of the names and texts in answers, `en` or `zh`
        timeout: seconds for an answer, or between two events of a stream
        retries: how often a request is sent again that could not be answered; 0 for never
        """
        address = urlsplit(base_url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise ValueError(f"no address of a web server: {base_url}")
        self._secure = address.scheme == "https"
        self._host = address.netloc.rsplit("@", 1)[-1]
        self._prefix = address.path.rstrip("/")
        self._timeout = timeout
        self._retries = retries
        self._common = {
            **({} if token is None else {"Authorization": f"Bearer {token}"}),
            **({} if language is None else {"Accept-Language": language}),
        }

    def _json(self, method: str, path: str, **call: Any) -> Any:
        return json.loads(self._bytes(method, path, **call))

    def _text(self, method: str, path: str, **call: Any) -> str:
        return self._bytes(method, path, **call).decode("utf-8")

    def _nothing(self, method: str, path: str, **call: Any) -> None:
        self._bytes(method, path, **call)

    def _bytes(self, method: str, path: str, **call: Any) -> bytes:
        return self._read(method, path, **call)[1]

    def _content(self, method: str, path: str, **call: Any) -> Any:
        """JSON where it is JSON, else the text."""
        media_type, content = self._read(method, path, **call)
        text = content.decode("utf-8")
        return json.loads(text) if media_type.split(";")[0].endswith("json") else text

    def _events(self, method: str, path: str, **call: Any) -> Events:
        return Events(*self._send(method, path, **call))

    def _read(self, method: str, path: str, **call: Any) -> Tuple[str, bytes]:
        connection, response = self._send(method, path, **call)
        try:
            return response.getheader("content-type", ""), response.read()
        finally:
            connection.close()

    def _send(
        self,
        method: str,
        path: str,
        *,
        path_values: Optional[Mapping[str, Scalar]] = None,
        query: Optional[Mapping[str, Scalar]] = None,
        headers: Optional[Mapping[str, Scalar]] = None,
        body: Any = None,
        content_type: str = "application/json",
        done_once: bool = False,
        answers_too: Sequence[int] = (),
    ) -> Tuple[HTTPConnection, HTTPResponse]:
        sent = {**self._common, **_given(headers)}
        if done_once:
            sent.setdefault(KEY, str(uuid.uuid4()))
        content = None
        if body is not None:
            sent["Content-Type"] = content_type
            content = _written(body, content_type)
        target = self._prefix + path.format(**{name: quote(str(value), safe="") for name, value in (path_values or {}).items()})
        asked = _given(query)
        if asked:
            target += "?" + urlencode(asked, quote_via=quote)
        repeatable = method in ("GET", "DELETE") or KEY in sent
        attempt = 0
        while True:
            last = attempt >= self._retries
            try:
                connection, response = self._once(method, target, content, sent)
            except (OSError, HTTPException):
                if last or not repeatable:
                    raise
                _pause(attempt, 0.0)
            else:
                if 200 <= response.status < 300 or response.status in answers_too:
                    return connection, response
                problem = _problem_of(response)
                connection.close()
                # Who asks too often was not served; a part that is away may have done it all the same.
                may_pass = response.status == 429 or (repeatable and response.status in (502, 503, 504))
                if last or not may_pass:
                    raise ProblemError(response.status, problem)
                _pause(attempt, _seconds(response.getheader("retry-after")))
            attempt += 1

    def _once(
        self, method: str, target: str, content: Optional[bytes], headers: Mapping[str, str]
    ) -> Tuple[HTTPConnection, HTTPResponse]:
        connection = (HTTPSConnection if self._secure else HTTPConnection)(self._host, timeout=self._timeout)
        try:
            connection.request(method, target, content, dict(headers))
            return connection, connection.getresponse()
        except BaseException:
            connection.close()
            raise


def _given(values: Optional[Mapping[str, Scalar]]) -> Dict[str, str]:
    """What is None is left out; true and false are written as JSON writes them."""
    return {
        name: json.dumps(value) if isinstance(value, bool) else str(value)
        for name, value in (values or {}).items()
        if value is not None
    }


def _written(body: Any, content_type: str) -> bytes:
    is_text = isinstance(body, str) and not content_type.endswith("json")
    return str(body).encode() if is_text else json.dumps(body, ensure_ascii=False).encode()


def _seconds(header: Optional[str]) -> float:
    return float(header) if header is not None and header.isdigit() else 0.0


def _pause(attempt: int, seconds: float) -> None:
    time.sleep(min(seconds or 0.2 * 2**attempt, LONGEST_PAUSE_SECONDS))


def _problem_of(response: HTTPResponse) -> Problem:
    """What stands between may refuse without a problem document."""
    content = response.read()
    if response.getheader("content-type", "").startswith("application/problem+json"):
        problem: Problem = json.loads(content)
        return problem
    title = f"HTTP {response.status}"
    return {"type": "about:blank", "title": title, "status": response.status, "detail": content.decode("utf-8", "replace")}
