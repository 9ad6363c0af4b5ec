package dev.paca.cli.settings;

import dev.paca.settings.ClientSettings;
import dev.paca.settings.Parsers;
import dev.paca.settings.Setting;

/** One of the four addresses a command may need, and what it is called in endpoints.json. */
public enum Endpoint {
  QUERY(
      "query",
      "the query service",
      Setting.of("query-url", Endpoint::address, "address of the query service")),
  GATEWAY(
      "gateway",
      "the gateway",
      Setting.of("gateway-url", Endpoint::address, "address of the gateway")),
  BOOTSTRAP("bootstrap", "the Kafka brokers", ClientSettings.BOOTSTRAP),
  REGISTRY("registry", "the schema registry", ClientSettings.REGISTRY);

  private final String key;
  private final String words;
  private final Setting<String> setting;

  Endpoint(String key, String words, Setting<String> setting) {
    this.key = key;
    this.words = words;
    this.setting = setting;
  }

  /** Its name in endpoints.json. */
  public String key() {
    return key;
  }

  /** As a message names it: "the query service". */
  public String words() {
    return words;
  }

  public Setting<String> setting() {
    return setting;
  }

  private static String address(String text) {
    return Parsers.URL.parse(text).toString();
  }
}
