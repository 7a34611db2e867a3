package openrounds.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A value that was said, and may have been said to be none: {@code null} in its place says nothing at all. */
public record Given<T>(T value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Given {}

  @Override
  @JsonValue
  public T value() {
    return value;
  }
}
