package dev.paca.cli.query;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.settings.RunOptions;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every question takes: where to ask, in which language to show, or plain JSON. */
public final class QueryOptions {
  private final Console console;

  @Option(names = "--json", description = "Print the API's JSON as it came.")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "vi|en",
      description =
          "Words and, on a terminal, numbers (72,46 or 72.46) in this language;"
              + " by default that of LC_ALL, LC_MESSAGES or LANG, else en.")
  private Language language;

  @Option(
      names = "--position",
      paramLabel = "TOKEN",
      description = "Answer only once this position, given by the gateway, is counted.")
  private String position;

  @Mixin private QueryAddress address;
  @Mixin private RunOptions run;

  public QueryOptions(Console console) {
    this.console = console;
  }

  public QueryClient client() {
    return QueryAddress.client(run, run.settings(address.given()), Optional.ofNullable(position));
  }

  public boolean json() {
    return json;
  }

  public Language language() {
    return language == null ? Language.of(console) : language;
  }
}
