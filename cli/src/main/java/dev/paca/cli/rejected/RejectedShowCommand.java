package dev.paca.cli.rejected;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paca.cli.console.Cell;
import dev.paca.cli.console.Column;
import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.console.Table;
import dev.paca.cli.console.Tone;
import dev.paca.cli.json.PlainJson;
import dev.paca.rejections.FieldProblem;
import dev.paca.rejections.Rejected;
import dev.paca.settings.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code paca rejected show ID}: everything that is wrong with one record, and what it says. */
@Command(
    name = "show",
    description =
        "Everything that is wrong with a rejected record, what would be right, and the report.")
public final class RejectedShowCommand implements Runnable {
  private static final int MOST_HEX_BYTES = 256;

  private final Console console;

  @Parameters(
      paramLabel = "ID",
      converter = RejectedId.Converter.class,
      description = "TOPIC/PARTITION/OFFSET, as 'paca rejected list' shows it.")
  private RejectedId id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the report to FILE as JSON, to be mended and replayed with --file.")
  private Path out;

  @Mixin private RejectedOptions options;

  public RejectedShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Settings settings = options.settings(Map.of());
    Rejected rejected = new RejectedTopic(settings).find(id);
    Optional<Replayed> replayed =
        Optional.ofNullable(new Replays(settings).committed().get(id.toString()));
    ReportDraft draft = ReportDraft.of(rejected, settings);
    if (out != null) {
      new MendedFile(out).write(draft.report());
    }
    if (options.json()) {
      console.out().println(json(rejected, replayed, draft));
    } else {
      print(rejected, replayed, draft);
    }
  }

  private static ObjectNode json(
      Rejected rejected, Optional<Replayed> replayed, ReportDraft draft) {
    ObjectNode node = RejectedJson.of(Rejection.of(rejected), replayed);
    node.set("report", draft.readable() ? draft.report() : null);
    node.put("bytes", Rejection.bytes(rejected.getValue()).map(PlainJson::base64).orElse(null));
    return node;
  }

  private void print(Rejected rejected, Optional<Replayed> replayed, ReportDraft draft) {
    Language language = options.language();
    Rejection said = Rejection.of(rejected);
    String key = said.key().map(Rejection::harmless).orElse(language.of("không có", "none"));
    console.caption(Tone.STRONG.of(id + " · " + said.code(), console));
    console.caption(language.of("khóa ", "key ") + key + " · " + options.moment(said.at()));
    Table table =
        new Table(
            List.of(
                Column.text("field", language.of("TRƯỜNG", "FIELD")),
                Column.text("code", language.of("LÝ DO", "CODE")),
                Column.longText("message", language.of("SAI Ở ĐÂU", "WHAT IS WRONG"))));
    for (FieldProblem problem : said.problems()) {
      table.row(
          Cell.text(problem.getField()),
          Cell.text(problem.getCode()),
          Cell.text(Rejection.harmless(problem.getMessage())));
    }
    table.print(console);
    console.out().println(draft.readable() ? text(draft) : hex(rejected));
    console.caption(
        replayed
            .map(one -> language.of("đã gửi lại ", "replayed ") + one.words(zone()))
            .orElseGet(() -> next(draft)));
  }

  private java.time.ZoneId zone() {
    return console.clock().getZone();
  }

  private String next(ReportDraft draft) {
    Language language = options.language();
    if (out == null) {
      return language.of("để sửa: ", "to mend it: ") + "paca rejected show " + id + " --out FILE";
    }
    String written =
        draft.readable()
            ? language.of("đã ghi ", "written to ")
            : language.of(
                "không đọc được báo cáo; mẫu trống ở ", "unreadable; an empty form is in ");
    return written
        + out
        + language.of("; sửa xong: ", "; once mended: ")
        + "paca rejected replay "
        + id
        + " --file "
        + out;
  }

  private static String text(ReportDraft draft) {
    return MendedFile.pretty(draft.report())
        .lines()
        .map(Rejection::harmless)
        .collect(Collectors.joining("\n"));
  }

  private String hex(Rejected rejected) {
    Optional<byte[]> bytes = Rejection.bytes(rejected.getValue());
    if (bytes.isEmpty()) {
      return options.language().of("không có nội dung", "no value");
    }
    byte[] value = bytes.get();
    String shown =
        HexFormat.ofDelimiter(" ")
            .formatHex(Arrays.copyOf(value, Math.min(value.length, MOST_HEX_BYTES)));
    String line = value.length + " bytes: " + shown.replaceAll("(.{95}) ", "$1\n");
    return value.length > MOST_HEX_BYTES
        ? line + " … " + options.language().of("(--json: tất cả)", "(--json has all)")
        : line;
  }
}
