package dev.paca.cli.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.problems.Problem;
import dev.paca.producers.files.FileResult;
import dev.paca.producers.files.RefusedRow;
import dev.paca.topics.Position;
import java.util.ArrayList;
import java.util.List;

/** What became of the files, as lines or JSON. */
record Outcome(List<FileResult> results) {

  boolean isComplete() {
    return results.stream().allMatch(FileResult::isComplete);
  }

  /** What was refused: {@code FILE: row 3, column province: reason (UNKNOWN_PROVINCE)}. */
  static List<String> complaints(FileResult result) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : result.problems()) {
      lines.add(result.file() + ": " + reason(problem));
    }
    for (RefusedRow row : result.refused()) {
      for (Problem problem : row.problems()) {
        lines.add(result.file() + ": row " + row.row() + ", " + reason(problem));
      }
    }
    return lines;
  }

  private static String reason(Problem problem) {
    String column = problem.field().isEmpty() ? "" : "column " + problem.field() + ": ";
    return column + problem.message() + " (" + problem.code() + ")";
  }

  /** One line for all files. */
  String summary() {
    long refusedFiles = results.stream().filter(result -> !result.problems().isEmpty()).count();
    String line =
        "%d published, %d unchanged, %d refused"
            .formatted(sum(FileResult::published), sum(FileResult::unchanged), refusedRows());
    if (refusedFiles > 0) {
      line += ", " + refusedFiles + (refusedFiles == 1 ? " file" : " files") + " refused whole";
    }
    Position position = PublishCommand.position(results);
    return position.isEmpty() ? line : line + " · position " + position.format();
  }

  String json() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode files = all.putArray("files");
    results.forEach(result -> add(files.addObject(), result));
    all.put("position", PublishCommand.position(results).format());
    return all.toString();
  }

  private static void add(ObjectNode node, FileResult result) {
    node.put("file", result.file().toString());
    node.put("type", result.type().map(type -> type.word()).orElse(null));
    node.put("published", result.published());
    node.put("unchanged", result.unchanged());
    ArrayNode refused = node.putArray("refused");
    result.problems().forEach(problem -> add(refused.addObject().putNull("row"), problem));
    for (RefusedRow row : result.refused()) {
      row.problems().forEach(problem -> add(refused.addObject().put("row", row.row()), problem));
    }
  }

  private static void add(ObjectNode node, Problem problem) {
    node.put("column", problem.field());
    node.put("code", problem.code().name());
    node.put("message", problem.message());
  }

  private long refusedRows() {
    return results.stream().mapToLong(result -> result.refused().size()).sum();
  }

  private long sum(java.util.function.ToLongFunction<FileResult> count) {
    return results.stream().mapToLong(count).sum();
  }
}
