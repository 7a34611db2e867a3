package openrounds.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A request as an operation describes it. What is {@code null} is left out. */
final class Call {
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  final String method;
  final Map<String, String> headers = new LinkedHashMap<>();
  private String path;
  private final Map<String, String> query = new LinkedHashMap<>();
  private final Set<Integer> alsoAnswers = new LinkedHashSet<>();
  private Body body;

  Call(String method, String path) {
    this.method = method;
    this.path = path;
  }

  Call path(String name, Object value) {
    path = path.replace("{" + name + "}", encoded(String.valueOf(value)));
    return this;
  }

  Call query(String name, Object value) {
    if (value != null) query.put(name, String.valueOf(value));
    return this;
  }

  Call header(String name, Object value) {
    if (value != null) headers.put(name, String.valueOf(value));
    return this;
  }

  Call body(Object value) {
    body = value instanceof Body given ? given : Body.json(value);
    return this;
  }

  /** With a key, sent again it is done once: every attempt of this call carries the same. */
  Call doneOnce() {
    headers.putIfAbsent(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
    return this;
  }

  /** A status that sounds like a refusal and is an answer. */
  Call answersToo(int status) {
    alsoAnswers.add(status);
    return this;
  }

  Body body() {
    return body;
  }

  boolean isAnswer(int status) {
    return (status >= 200 && status < 300) || alsoAnswers.contains(status);
  }

  /** Whether sending it twice does no more than sending it once. */
  boolean isRepeatable() {
    return method.equals("GET") || method.equals("DELETE") || headers.containsKey(IDEMPOTENCY_KEY);
  }

  String pathAndQuery() {
    String asked = query.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
    return asked.isEmpty() ? path : path + "?" + asked;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
