package openrounds.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An answer that may be of several media types, by what was asked for. */
public record Content(String mediaType, byte[] bytes) {
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The JSON of it as a type of {@code openrounds.client.model}. */
  public <T> T as(Class<T> type) {
    try {
      return Transport.JSON.readValue(text(), type);
    } catch (JsonProcessingException error) {
      throw new UncheckedIOException(error);
    }
  }
}
