package dev.paca.cli.query;

import dev.paca.cli.settings.Endpoint;
import dev.paca.cli.settings.RunOptions;
import dev.paca.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the query service is. */
public final class QueryAddress {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Option(
      names = "--query-url",
      paramLabel = "URL",
      description = "The query service; else PACA_QUERY_URL, else the running 'paca up'.")
  private String queryUrl;

  /** The option as a setting. */
  public Map<String, String> given() {
    return Collections.singletonMap(Endpoint.QUERY.setting().name(), queryUrl);
  }

  /**
   * Ready to ask; fails where the service is not known.
   *
   * @param position a gateway's token that the answers must cover
   */
  public static QueryClient client(RunOptions run, Settings settings, Optional<String> position) {
    URI query = URI.create(run.require(settings, Endpoint.QUERY));
    return new QueryClient(query, position, PATIENCE);
  }
}
