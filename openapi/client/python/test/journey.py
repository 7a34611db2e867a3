"""
What a program of a school does, against a product that runs: OPENROUNDS_URL and OPENROUNDS_KEY say which. Prints each step that went well.
Behind OPENROUNDS_URL a member is added to every answer, as a newer server would.
"""

import os
import uuid
from typing import Any, Callable, cast

from openrounds_client import OpenRounds, ProblemError, pages
from openrounds_client.types import CaseInput

URL = os.environ["OPENROUNDS_URL"]
CASE: CaseInput = {
    "setting": "emergency",
    "patient": {"age": {"value": 58, "unit": "a"}, "sex": "female"},
    "findings": [
        {"findingId": "pleuritic-chest-pain", "presence": "present"},
        {"findingId": "unilateral-leg-swelling", "presence": "present"},
        {"findingId": "haemoptysis", "presence": "absent"},
    ],
}

OTHER: CaseInput = {"language": "en", "narrative": "A man of 30 has had fever since Friday."}


def refused(status: int, code: str, call: Callable[[], object]) -> ProblemError:
    try:
        call()
    except ProblemError as error:
        assert (error.status, error.code) == (status, code), error
        return error
    raise AssertionError(f"{code} was expected")


def done(step: str) -> None:
    print(step, flush=True)


admin = OpenRounds(URL, os.environ["OPENROUNDS_KEY"])
key = admin.create_api_key({"name": "journey in Python", "role": "teacher"})["key"]
rounds = OpenRounds(URL, key, language="zh")
done("key")

run = rounds.rank({"case": CASE}, seconds=30)
assert run["status"] == "completed", run["status"]
assert run["differential"][0]["diseaseId"] == "pulmonary-embolism"
assert run["differential"][0]["name"] == "肺栓塞"
done("wait")

assert cast(Any, run)["addedLater"] == {"by": "a newer server"}
done("added member")

started = rounds.create_run({"case": CASE})
with rounds.stream_run_events(started["id"]) as events:
    types = [event.type for event in events]
assert types[-1] == "completed" and "differential" in types, types
assert rounds.get_run(started["id"])["differential"][0]["probability"] == run["differential"][0]["probability"]
done("events")

answer = rounds.what_if(run["id"], {"set": [{"findingId": "haemoptysis", "presence": "present"}]})
assert answer["runId"] == run["id"] and answer["differential"]
done("what-if")

found = [each["id"] for each in pages(lambda cursor: rounds.list_runs(limit=1, cursor=cursor))]
assert {run["id"], started["id"]} <= set(found) and len(found) == len(set(found)), found
done("pages")

once = str(uuid.uuid4())
first = rounds.create_case(CASE, idempotency_key=once)
assert rounds.create_case(CASE, idempotency_key=once)["id"] == first["id"]
done("same key twice")

refused(409, "idempotency-key-reused", lambda: rounds.create_case(OTHER, idempotency_key=once))
done("409")
refused(404, "not-found", lambda: rounds.get_run(str(uuid.uuid4())))
done("404")
impossible: CaseInput = {"findings": CASE["findings"], "patient": {"age": {"value": 900, "unit": "a"}}}
errors = refused(422, "invalid-request", lambda: rounds.create_case(impossible)).problem["errors"]
assert errors[0]["pointer"].startswith("/patient/age"), errors
done("422")

page = rounds.export_run(run["id"], "html")
assert isinstance(page, str) and page.startswith("<!doctype html>")
assert "openrounds" in OpenRounds(URL).metrics()
rounds.erase_case(first["id"])
refused(410, "case-erased", lambda: rounds.get_case(first["id"]))
done("texts and nothing")

if "OPENROUNDS_ASKED_TOO_OFTEN" in os.environ:
    hasty = OpenRounds(URL, key, retries=0)
    refused(429, "rate-limited", lambda: [hasty.list_runs() for _ in range(10_000)])
    done("429")
