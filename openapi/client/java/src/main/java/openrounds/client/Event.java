package openrounds.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A server-sent event: what {@code Last-Event-ID} takes, its type, and its data. */
public record Event(String id, String type, JsonNode data) {}
