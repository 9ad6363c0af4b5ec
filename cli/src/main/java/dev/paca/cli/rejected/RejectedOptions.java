package dev.paca.cli.rejected;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.query.Truth;
import dev.paca.cli.query.Wording;
import dev.paca.cli.settings.KafkaOptions;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.Settings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all three commands take: where to read, and how to show it. */
public final class RejectedOptions {
  private final Console console;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "vi|en",
      description =
          "Words in this language; by default that of LC_ALL, LC_MESSAGES or LANG, else en.")
  private Language language;

  @Mixin private KafkaOptions kafka;
  @Mixin private RunOptions run;

  public RejectedOptions(Console console) {
    this.console = console;
  }

  boolean json() {
    return json;
  }

  /** With these options besides; brokers and registry are known. */
  Settings settings(Map<String, String> more) {
    Map<String, String> given = new HashMap<>(kafka.given());
    given.putAll(more);
    Settings settings = run.settings(given);
    KafkaOptions.require(run, settings);
    return settings;
  }

  Language language() {
    return language == null ? Language.of(console) : language;
  }

  /** A time as people here read it. */
  String moment(Instant at) {
    return new Truth(console, new Wording(language())).moment(at.toString());
  }
}
