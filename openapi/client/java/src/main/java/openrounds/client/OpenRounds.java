package openrounds.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import openrounds.client.model.CreateRunInput;
import openrounds.client.model.Run;
import openrounds.client.options.CreateRunOptions;

/** OpenRounds over HTTP: every operation, and what is asked for most. It may be shared by threads. */
public final class OpenRounds extends Operations {
  /** The longest that one request waits for a run (Prefer: wait=N). */
  private static final long LONGEST_WAIT_SECONDS = 30;

  private OpenRounds(Builder settings) {
    super(new Transport(settings));
  }

  /**
   * A client with an API key, or with the token of a room or a class.
   *
   * @param baseUrl where the product is, as {@code https://rounds.example.edu}
   */
  public static OpenRounds at(String baseUrl, String token) {
    return builder(baseUrl).token(token).build();
  }

  public static Builder builder(String baseUrl) {
    return new Builder(baseUrl);
  }

  /**
   * Ranks a case and waits for the end of the run.
   *
   * @return the run, completed or failed; still going where the time was over
   */
  public Run rank(CreateRunInput body, Duration longest) {
    Instant end = Instant.now().plus(longest);
    Run run = createRun(body, CreateRunOptions.builder().prefer("wait=" + wait(end)).build());
    while (isGoing(run) && Instant.now().isBefore(end)) run = afterNextEvents(run, end);
    return run;
  }

  private Run afterNextEvents(Run run, Instant end) {
    try (Events events = streamRunEvents(run.id())) {
      for (Event event : events) {
        boolean isOver = List.of("completed", "failed").contains(event.type());
        if (isOver || Instant.now().isAfter(end)) break;
      }
    }
    return getRun(run.id());
  }

  private static long wait(Instant end) {
    return Math.max(0, Math.min(LONGEST_WAIT_SECONDS, Duration.between(Instant.now(), end).toSeconds()));
  }

  private static boolean isGoing(Run run) {
    return List.of("queued", "running").contains(run.status());
  }

  /**
   * The items of a list, page by page, as they are asked for.
   *
   * @param page asks for the page that begins at a cursor, {@code null} for the first
   */
  public static <P, T> Iterable<T> pages(
      Function<String, P> page, Function<P, List<T>> items, Function<P, String> nextCursor) {
    return () -> new Iterator<>() {
      private P current = page.apply(null);
      private Iterator<T> rest = items.apply(current).iterator();

      @Override
      public boolean hasNext() {
        while (!rest.hasNext() && nextCursor.apply(current) != null) {
          current = page.apply(nextCursor.apply(current));
          rest = items.apply(current).iterator();
        }
        return rest.hasNext();
      }

      @Override
      public T next() {
        if (!hasNext()) throw new NoSuchElementException();
        return rest.next();
      }
    };
  }

  /** A value of the model as JSON. */
  public static JsonNode toJson(Object value) {
    return Transport.JSON.valueToTree(value);
  }

  /** How to reach the product, and how patiently. */
  public static final class Builder {
    final String baseUrl;
    String token;
    String language;
    Duration timeout = Duration.ofSeconds(60);
    int retries = 3;

    private Builder(String baseUrl) {
      this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl").replaceAll("/+$", "");
    }

    /** An API key, or the token of a room or a class. */
    public Builder token(String value) {
      token = value;
      return this;
    }

    /** Of the names and texts in answers: {@code en} or {@code zh}. */
    public Builder language(String value) {
      language = value;
      return this;
    }

    /** For one answer; event streams have none. */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /** How often a request is sent again that could not be answered; 0 for never. */
    public Builder retries(int value) {
      retries = value;
      return this;
    }

    public OpenRounds build() {
      return new OpenRounds(this);
    }
  }
}
