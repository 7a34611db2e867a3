package openrounds.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import openrounds.client.model.Problem;

/** Sends calls and reads what comes back. What failed on the way is sent again where that does it only once. */
final class Transport {
  /** Members that a newer server adds are passed over. */
  static final ObjectMapper JSON = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final OpenRounds.Builder settings;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(CONNECT)
      .build();

  Transport(OpenRounds.Builder settings) {
    this.settings = settings;
  }

  <T> T json(Call call, Class<T> type) {
    try {
      return JSON.readValue(bytes(call), type);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  String text(Call call) {
    return new String(bytes(call), StandardCharsets.UTF_8);
  }

  void nothing(Call call) {
    bytes(call);
  }

  byte[] bytes(Call call) {
    return content(call).bytes();
  }

  Content content(Call call) {
    HttpResponse<InputStream> response = send(call, settings.timeout);
    try (InputStream body = response.body()) {
      return new Content(response.headers().firstValue("content-type").orElse(""), body.readAllBytes());
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** Without an end in time: a stream lasts as long as what it tells of. */
  Events events(Call call) {
    return new Events(send(call.header("Accept", "text/event-stream"), null).body());
  }

  private HttpResponse<InputStream> send(Call call, Duration timeout) {
    HttpRequest request = requestOf(call, timeout);
    for (int attempt = 0; ; attempt += 1) {
      boolean isLast = attempt >= settings.retries;
      try {
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        int status = response.statusCode();
        if (call.isAnswer(status)) return response;
        ProblemException problem = problemOf(response);
        if (isLast || !mayPass(call, status)) throw problem;
        pause(attempt, response.headers().firstValueAsLong("retry-after").orElse(0));
      } catch (IOException error) {
        if (isLast || !call.isRepeatable()) throw new UncheckedIOException(error);
        pause(attempt, 0);
      } catch (InterruptedException error) {
        throw interrupted();
      }
    }
  }

  /** Who asks too often was not served; a part that is away may have done it all the same. */
  private static boolean mayPass(Call call, int status) {
    return status == 429 || (call.isRepeatable() && status >= 502 && status <= 504);
  }

  private static void pause(int attempt, long seconds) {
    Duration wanted = seconds > 0 ? Duration.ofSeconds(seconds) : Duration.ofMillis(200L << attempt);
    try {
      Thread.sleep((wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted).toMillis());
    } catch (InterruptedException error) {
      throw interrupted();
    }
  }

  private static UncheckedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new UncheckedIOException(new InterruptedIOException("interrupted"));
  }

  private HttpRequest requestOf(Call call, Duration timeout) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.baseUrl + call.pathAndQuery()));
    if (timeout != null) request.timeout(timeout);
    if (settings.token != null) request.header("Authorization", "Bearer " + settings.token);
    if (settings.language != null) request.header("Accept-Language", settings.language);
    call.headers.forEach(request::header);
    if (call.body() != null) request.header("Content-Type", call.body().mediaType());
    return request.method(call.method, publisherOf(call.body())).build();
  }

  private static HttpRequest.BodyPublisher publisherOf(Body body) {
    if (body == null) return BodyPublishers.noBody();
    if (body.value() instanceof String text && !body.mediaType().endsWith("json")) return BodyPublishers.ofString(text);
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body.value()));
    } catch (JsonProcessingException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** What stands between may refuse without a problem document. */
  private static ProblemException problemOf(HttpResponse<InputStream> response) throws IOException {
    int status = response.statusCode();
    String type = response.headers().firstValue("content-type").orElse("");
    try (InputStream body = response.body()) {
      byte[] bytes = body.readAllBytes();
      if (type.startsWith("application/problem+json"))
        return new ProblemException(status, JSON.readValue(bytes, Problem.class));
      String text = new String(bytes, StandardCharsets.UTF_8);
      return new ProblemException(status, new Problem("about:blank", "HTTP " + status, status, text, null, null, null));
    }
  }
}
