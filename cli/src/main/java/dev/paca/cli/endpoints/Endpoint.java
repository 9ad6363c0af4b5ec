package dev.paca.cli.endpoints;

/** One of the four addresses a command may need. */
public enum Endpoint {
  QUERY("query", "PACA_QUERY_URL", "--query-url", "the query service"),
  GATEWAY("gateway", "PACA_GATEWAY_URL", "--gateway-url", "the gateway"),
  BOOTSTRAP("bootstrap", "PACA_BOOTSTRAP", "--bootstrap", "the Kafka brokers"),
  REGISTRY("registry", "PACA_REGISTRY", "--registry", "the schema registry");

  private final String key;
  private final String variable;
  private final String option;
  private final String words;

  Endpoint(String key, String variable, String option, String words) {
    this.key = key;
    this.variable = variable;
    this.option = option;
    this.words = words;
  }

  /** Its name in endpoints.json. */
  public String key() {
    return key;
  }

  public String variable() {
    return variable;
  }

  public String option() {
    return option;
  }

  /** As a message names it: "the query service". */
  public String words() {
    return words;
  }
}
