package dev.paca.cli.endpoints;

import dev.paca.cli.console.CommandFailed;
import dev.paca.cli.console.Console;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where the running parts are. */
public final class EndpointOptions {
  private final Console console;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of a running 'paca up' (default: .paca beside the launcher).")
  private Path chosen;

  @Option(
      names = "--query-url",
      paramLabel = "URL",
      description = "The query service, else PACA_QUERY_URL, else from DIR/endpoints.json.")
  private String query;

  @Option(
      names = "--gateway-url",
      paramLabel = "URL",
      description = "The gateway, else PACA_GATEWAY_URL, else from DIR/endpoints.json.")
  private String gateway;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The Kafka brokers, else PACA_BOOTSTRAP, else from DIR/endpoints.json.")
  private String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry, else PACA_REGISTRY, else from DIR/endpoints.json.")
  private String registry;

  public EndpointOptions(Console console) {
    this.console = console;
  }

  /** The data folder: as named, from the current folder, else the one beside the launcher. */
  public Path data() {
    return chosen == null ? console.home().resolve(".paca") : chosen;
  }

  /** The base address of the query service, without a slash at its end. */
  public URI query() {
    return url(Endpoint.QUERY);
  }

  public String bootstrap() {
    return required(Endpoint.BOOTSTRAP);
  }

  public String registry() {
    return url(Endpoint.REGISTRY).toString();
  }

  /** Where an endpoint is, if anything says so. */
  public Optional<String> find(Endpoint endpoint) {
    return Optional.ofNullable(options().get(endpoint))
        .or(() -> console.variable(endpoint.variable()))
        .or(() -> Optional.ofNullable(EndpointsFile.in(data()).read().get(endpoint)));
  }

  private String required(Endpoint endpoint) {
    return find(endpoint)
        .orElseThrow(
            () ->
                new CommandFailed(
                    "nothing runs in "
                        + data()
                        + "; start it with: paca up (or name "
                        + endpoint.words()
                        + " with "
                        + endpoint.option()
                        + " or "
                        + endpoint.variable()
                        + ")"));
  }

  private URI url(Endpoint endpoint) {
    String text = required(endpoint).strip().replaceAll("/+$", "");
    try {
      URI url = new URI(text);
      if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
        return url;
      }
    } catch (java.net.URISyntaxException e) {
      // Falls through to the same answer: the person needs the right form, not the parser's words.
    }
    throw new CommandFailed(
        endpoint.option() + ": '" + text + "' is no address such as http://127.0.0.1:8080");
  }

  private Map<Endpoint, String> options() {
    Map<Endpoint, String> given = new EnumMap<>(Endpoint.class);
    given.put(Endpoint.QUERY, query);
    given.put(Endpoint.GATEWAY, gateway);
    given.put(Endpoint.BOOTSTRAP, bootstrap);
    given.put(Endpoint.REGISTRY, registry);
    return given;
  }
}
