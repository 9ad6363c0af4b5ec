package dev.paca.registry;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * How the registry is reached and used, under Confluent's configuration names.
 *
 * @param urls tried in this order, each the base of the REST API
 * @param userInfo {@code user:password} of basic authentication
 * @param autoRegister whether a serializer may register a schema that the registry does not have
 * @param useLatest whether a serializer writes with the subject's latest schema
 * @param connectTimeout to reach one registry
 * @param readTimeout for the answer of one registry
 * @param retries how often all urls are tried again when none answered
 * @param retryWait before the first of these; doubled each time, up to 20 s
 */
public record RegistryConfig(
    List<URI> urls,
    Optional<String> userInfo,
    boolean autoRegister,
    boolean useLatest,
    Duration connectTimeout,
    Duration readTimeout,
    int retries,
    Duration retryWait) {
  public static final String URL = "schema.registry.url";
  public static final String AUTO_REGISTER = "auto.register.schemas";
  public static final String USE_LATEST = "use.latest.version";
  public static final String SPECIFIC_READER = "specific.avro.reader";
  public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
  public static final String USER_INFO = "basic.auth.user.info";
  public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
  public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";
  public static final String MAX_RETRIES = "max.retries";
  public static final String RETRY_WAIT_MS = "retries.wait.ms";

  private static final String NAME_STRATEGY = "value.subject.name.strategy";
  private static final String TOPIC_NAME_STRATEGY = "TopicNameStrategy";

  /** The defaults, for one address or several with commas between. */
  public static RegistryConfig of(String urls) {
    return from(Map.of(URL, urls));
  }

  /**
   * Reads Kafka client properties; what belongs to others is ignored.
   *
   * @throws ConfigException naming the first setting that is wrong
   */
  public static RegistryConfig from(Map<String, ?> properties) {
    if (!text(properties, SPECIFIC_READER, "true").equalsIgnoreCase("true")) {
      throw new ConfigException(
          SPECIFIC_READER, properties.get(SPECIFIC_READER), "only generated classes are read");
    }
    String strategy = text(properties, NAME_STRATEGY, TOPIC_NAME_STRATEGY);
    if (!strategy.endsWith(TOPIC_NAME_STRATEGY)) {
      throw new ConfigException(NAME_STRATEGY, strategy, "subjects are named <topic>-value");
    }
    List<URI> urls = urls(text(properties, URL, ""));
    return new RegistryConfig(
        urls,
        userInfo(properties, urls),
        flag(properties, AUTO_REGISTER, true),
        flag(properties, USE_LATEST, false),
        Duration.ofMillis(number(properties, CONNECT_TIMEOUT_MS, 5_000)),
        Duration.ofMillis(number(properties, READ_TIMEOUT_MS, 10_000)),
        number(properties, MAX_RETRIES, 3),
        Duration.ofMillis(number(properties, RETRY_WAIT_MS, 500)));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "RegistryConfig[urls="
        + urls
        + ", autoRegister="
        + autoRegister
        + ", useLatest="
        + useLatest
        + "]";
  }

  private static List<URI> urls(String list) {
    List<URI> urls = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String url = part.strip().replaceAll("/+$", "");
      if (!url.matches("https?://[^/\\s]+(/\\S*)?")) {
        throw new ConfigException(URL, list, "expected http(s)://HOST:PORT[/PATH], commas between");
      }
      urls.add(URI.create(url));
    }
    return List.copyOf(urls);
  }

  private static Optional<String> userInfo(Map<String, ?> properties, List<URI> urls) {
    String source = text(properties, CREDENTIALS_SOURCE, "");
    return switch (source) {
      case "" -> given(properties).or(() -> inUrl(urls));
      case "URL" -> inUrl(urls);
      case "USER_INFO" ->
          Optional.of(
              given(properties)
                  .orElseThrow(() -> new ConfigException(USER_INFO + " must be user:password")));
      default -> throw new ConfigException(CREDENTIALS_SOURCE, source, "expected URL or USER_INFO");
    };
  }

  private static Optional<String> given(Map<String, ?> properties) {
    return Optional.of(text(properties, USER_INFO, "")).filter(info -> !info.isEmpty());
  }

  private static Optional<String> inUrl(List<URI> urls) {
    return Optional.ofNullable(urls.get(0).getUserInfo());
  }

  private static boolean flag(Map<String, ?> properties, String name, boolean otherwise) {
    String value = text(properties, name, Boolean.toString(otherwise));
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(value);
    }
    throw new ConfigException(name, value, "expected true or false");
  }

  private static int number(Map<String, ?> properties, String name, int otherwise) {
    String value = text(properties, name, Integer.toString(otherwise));
    if (value.matches("\\d{1,9}")) {
      return Integer.parseInt(value);
    }
    throw new ConfigException(name, value, "expected a whole number that is zero or more");
  }

  private static String text(Map<String, ?> properties, String name, String otherwise) {
    Object value = properties.get(name);
    return value == null ? otherwise : value.toString().strip();
  }
}
