package dev.paca.cli.query;

import dev.paca.cli.console.Console;
import dev.paca.cli.console.Language;
import dev.paca.cli.settings.Endpoint;
import dev.paca.cli.settings.RunOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every question takes: where to ask, in which language to show, or plain JSON. */
public final class QueryOptions {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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

  @Option(
      names = "--query-url",
      paramLabel = "URL",
      description = "The query service; else PACA_QUERY_URL, else the running 'paca up'.")
  private String queryUrl;

  @Mixin private RunOptions run;

  public QueryOptions(Console console) {
    this.console = console;
  }

  QueryClient client() {
    var settings =
        run.settings(Collections.singletonMap(Endpoint.QUERY.setting().name(), queryUrl));
    URI query = URI.create(run.require(settings, Endpoint.QUERY));
    return new QueryClient(query, Optional.ofNullable(position), PATIENCE);
  }

  boolean json() {
    return json;
  }

  Language language() {
    return language == null ? Language.of(console) : language;
  }
}
