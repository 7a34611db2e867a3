package openrounds.client;

import java.util.Objects;

/** What a request carries, where the API reads several media types. */
public record Body(String mediaType, Object value) {
  public Body {
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(value, "value");
  }

  /** Whatever Jackson writes as JSON. */
  public static Body json(Object value) {
    return new Body("application/json", value);
  }

  /** A text as it is: a table, YAML, lines of JSON. */
  public static Body text(String mediaType, String value) {
    return new Body(mediaType, value);
  }
}
