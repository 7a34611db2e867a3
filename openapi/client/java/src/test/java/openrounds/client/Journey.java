package openrounds.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import openrounds.client.model.Age;
import openrounds.client.model.CaseInput;
import openrounds.client.model.CreateApiKeyInput;
import openrounds.client.model.CreateRunInput;
import openrounds.client.model.FindingInput;
import openrounds.client.model.Patient;
import openrounds.client.model.Run;
import openrounds.client.model.RunList;
import openrounds.client.model.RunSummary;
import openrounds.client.model.WhatIfInput;
import openrounds.client.options.CreateCaseOptions;
import openrounds.client.options.ListRunsOptions;

/**
 * What a program of a school does, against a product that runs: OPENROUNDS_URL and OPENROUNDS_KEY say which. Prints each step
 * that went well. Behind OPENROUNDS_URL a member is added to every answer, as a newer server would.
 */
public final class Journey {
  private static final String URL = System.getenv("OPENROUNDS_URL");

  private Journey() {}

  public static void main(String[] arguments) {
    OpenRounds admin = OpenRounds.at(URL, System.getenv("OPENROUNDS_KEY"));
    var wanted = CreateApiKeyInput.builder().name("journey in Java").role("teacher").build();
    String key = admin.createApiKey(wanted).key();
    OpenRounds rounds = OpenRounds.builder(URL).token(key).language("zh").build();
    done("key");

    CaseInput breathless = CaseInput.builder()
        .setting("emergency")
        .patient(patient(58))
        .findings(List.of(
            finding("pleuritic-chest-pain", "present"),
            finding("unilateral-leg-swelling", "present"),
            finding("haemoptysis", "absent")))
        .build();
    CreateRunInput asked = CreateRunInput.builder().case_(breathless).build();
    Run run = rounds.rank(asked, Duration.ofSeconds(30));
    expect("completed", run.status());
    expect("pulmonary-embolism", run.differential().get(0).diseaseId());
    expect("肺栓塞", run.differential().get(0).name());
    done("wait");
    // Reading it went well: the member that was added is passed over.
    done("added member");

    Run started = rounds.createRun(asked);
    List<String> types = new ArrayList<>();
    try (Events events = rounds.streamRunEvents(started.id())) {
      for (Event event : events) types.add(event.type());
    }
    expect("completed", types.get(types.size() - 1));
    expect(run.differential().get(0).probability(), rounds.getRun(started.id()).differential().get(0).probability());
    done("events");

    var changed = WhatIfInput.SetItem.builder().findingId("haemoptysis").presence("present").build();
    expect(run.id(), rounds.whatIf(run.id(), WhatIfInput.builder().set(List.of(changed)).build()).runId());
    done("what-if");

    List<String> found = new ArrayList<>();
    for (RunSummary each : OpenRounds.pages(
        cursor -> rounds.listRuns(ListRunsOptions.builder().limit(1L).cursor(cursor).build()),
        RunList::items,
        RunList::nextCursor)) found.add(each.id());
    expect(Set.copyOf(found).size(), found.size());
    expect(true, found.containsAll(List.of(run.id(), started.id())));
    done("pages");

    CreateCaseOptions once = CreateCaseOptions.builder().idempotencyKey(UUID.randomUUID().toString()).build();
    String first = rounds.createCase(breathless, once).id();
    expect(first, rounds.createCase(breathless, once).id());
    done("same key twice");

    CaseInput other = CaseInput.builder().language("en").narrative("A man of 30 has had fever since Friday.").build();
    refused(409, "idempotency-key-reused", () -> rounds.createCase(other, once));
    done("409");
    refused(404, "not-found", () -> rounds.getRun(UUID.randomUUID().toString()));
    done("404");
    CaseInput impossible = CaseInput.builder().patient(patient(900)).findings(breathless.findings()).build();
    ProblemException invalid = refused(422, "invalid-request", () -> rounds.createCase(impossible));
    expect(true, invalid.problem().errors().get(0).pointer().startsWith("/patient/age"));
    done("422");

    Content page = rounds.exportRun(run.id(), "html");
    expect(true, page.text().startsWith("<!doctype html>"));
    expect(true, OpenRounds.at(URL, null).metrics().contains("openrounds"));
    rounds.eraseCase(first);
    refused(410, "case-erased", () -> rounds.getCase(first));
    done("texts and nothing");

    if (System.getenv("OPENROUNDS_ASKED_TOO_OFTEN") == null) return;
    OpenRounds hasty = OpenRounds.builder(URL).token(key).retries(0).build();
    refused(429, "rate-limited", () -> {
      for (int count = 0; count < 10_000; count += 1) hasty.listRuns();
    });
    done("429");
  }

  private static Patient patient(double years) {
    return Patient.builder().age(Age.builder().value(years).unit("a").build()).sex("female").build();
  }

  private static FindingInput finding(String id, String presence) {
    return FindingInput.builder().findingId(new FindingInput.FindingIdText(id)).presence(presence).build();
  }

  private static ProblemException refused(int status, String code, Runnable call) {
    try {
      call.run();
    } catch (ProblemException problem) {
      expect(status, problem.status());
      expect(code, problem.code());
      return problem;
    }
    throw new AssertionError(code + " was expected");
  }

  private static void expect(Object wanted, Object got) {
    if (!wanted.equals(got)) throw new AssertionError("expected " + wanted + ", got " + got);
  }

  private static void done(String step) {
    System.out.println(step);
  }
}
