package openrounds.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A stream of events (WHATWG HTML, section 9.2), read once, as they come. Close it to stop listening. */
public final class Events implements Iterable<Event>, AutoCloseable {
  private final BufferedReader lines;

  Events(InputStream body) {
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  @Override
  public Iterator<Event> iterator() {
    return new Iterator<>() {
      private Event next;

      @Override
      public boolean hasNext() {
        if (next == null) next = read();
        return next != null;
      }

      @Override
      public Event next() {
        if (!hasNext()) throw new NoSuchElementException();
        Event event = next;
        next = null;
        return event;
      }
    };
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** The next whole event, or null at the end of the stream. */
  private Event read() {
    String id = "";
    String type = "message";
    StringBuilder data = new StringBuilder();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && data.length() > 0) return new Event(id, type, Transport.JSON.readTree(data.toString()));
        String[] parts = line.split(": ?", 2);
        if (parts.length < 2) continue;
        if (parts[0].equals("id")) id = parts[1];
        if (parts[0].equals("event")) type = parts[1];
        if (parts[0].equals("data")) data.append(data.length() > 0 ? "\n" : "").append(parts[1]);
      }
      return null;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
