package openrounds.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openrounds.client.model.ExportRunAnswer;
import openrounds.client.model.QuestionLosses;

/** Reads every committed example as what its operation answers, and writes it back equal. Takes the folder of the examples. */
public final class Examples {
  /** What is read of an answer that may be a file as well. */
  private static final Map<String, Class<?>> BESIDE_FILES =
      Map.of("exportRun", ExportRunAnswer.class, "exportQuestions", QuestionLosses.class);

  private Examples() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(Path.of(arguments[0]))) {
      files = found.sorted().toList();
    }
    int faults = 0;
    for (Path file : files) {
      String operation = file.getFileName().toString().replace(".json", "");
      JsonNode example = Transport.JSON.readTree(Files.readString(file));
      Object read = Transport.JSON.treeToValue(example, answerOf(operation));
      JsonNode written = Transport.JSON.readTree(Transport.JSON.writeValueAsString(read));
      if (comparable(written).equals(comparable(example)) && !tellsOfUnknown(read)) continue;
      faults += 1;
      System.out.println(operation + ": read as " + read + "\nwritten as " + written + "\nfrom " + example);
    }
    System.out.println(files.size() + " examples, " + faults + " faults");
    System.exit(faults == 0 ? 0 : 1);
  }

  private static Class<?> answerOf(String operation) {
    Method method = Arrays.stream(Operations.class.getDeclaredMethods())
        .filter(each -> List.of(operation, operation + "_").contains(each.getName()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no method " + operation));
    if (method.getReturnType() != Content.class) return method.getReturnType();
    Class<?> known = BESIDE_FILES.get(operation);
    if (known == null) throw new IllegalStateException("which answer of " + operation + " is JSON?");
    return known;
  }

  /** A variant that was not told would come back equal, too. */
  private static boolean tellsOfUnknown(Object read) {
    return read.toString().contains("Unknown[value=");
  }

  /** 1 and 1.0 are one number, and an absent member is a null one. */
  private static JsonNode comparable(JsonNode node) {
    if (node.isNumber()) return JsonNodeFactory.instance.numberNode(node.doubleValue());
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> array.add(comparable(each)));
      return array;
    }
    if (!node.isObject()) return node;
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    node.fields().forEachRemaining(each -> {
      if (!each.getValue().isNull()) object.set(each.getKey(), comparable(each.getValue()));
    });
    return object;
  }
}
